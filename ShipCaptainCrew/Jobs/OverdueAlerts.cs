using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Looks for boats that are out past their return and the grace. First the captain is mailed, a quarter of an hour
/// later the shore contact as well, and so on until somebody has it in hand or she is all fast. After the ship was down
/// only the newest mail is sent, at once.
/// </summary>
public sealed class OverdueAlerts(AppDbContext db, Change change) : IJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    private const string Rule = "overdue";

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var orders = await db.Orders(cancel);
        var latest = due.Now - StandingOrdersDetails.GraceOf(orders.GraceMinutes);
        var missing = await db.Charters.AsNoTracking()
            .Where(
                charter => charter.Status == CharterStatus.Underway && charter.SortAt < latest
                    && charter.Return <= latest)
            .OrderBy(charter => charter.SortAt).Select(charter => charter.Id).ToListAsync(cancel);
        var told = 0;
        foreach (var id in missing) told += await Tell(id, orders, due.Now, cancel);
        return told == 0 ? null : $"Overdue: {missing.Count}; letters: {told}.";
    }

    /// <returns>How many letters were written.</returns>
    private Task<int> Tell(Guid id, StandingOrdersDetails orders, DateTimeOffset now, CancellationToken cancel) =>
        change.Run(async actor =>
    {
        var grace = StandingOrdersDetails.GraceOf(orders.GraceMinutes);
        var charter = await db.Charters.FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (charter is null || charter.Overdue is not null || !charter.IsOverdue(now, grace)) return 0;
        var (voyage, round) = (
            $"{Rule}|{id}|{charter.Return!.Value.UtcTicks}|", (int)((now - charter.Return.Value - grace) / Every));
        var claimed = await db.NotificationClaims.Where(claim => claim.CharterId == id && claim.Key.StartsWith(voyage))
            .Select(claim => claim.Key).ToListAsync(cancel);
        if (claimed.Contains(voyage + round)) return 0;
        db.Add(new NotificationClaim(db.OperatorId, voyage + round, Rule, null, id, now));
        if (claimed.Count == 0) charter.RaiseOverdue();
        var emails =
            (await Told(charter, orders, round, cancel)).ConvertAll(
                memberId => Letter(charter, voyage + round, memberId, actor));
        db.AddRange(emails);
        return emails.Count;
    }, cancel);

    /// <summary>
    /// The members to mail; null is the shore contact. Without a captain nobody waits a quarter of an hour.
    /// </summary>
    private async Task<List<Guid?>> Told(
        Charter charter, StandingOrdersDetails orders, int round, CancellationToken cancel)
    {
        List<Guid?> told = charter.CaptainId is { } captain ? [captain] : [];
        if (round == 0 && told.Count > 0) return told;
        if (orders.ShoreContact.Email is not null) return [.. told, null];
        return [.. told.Union(await db.Office().Select(member => (Guid?)member.Id).ToListAsync(cancel))];
    }

    private static OutboxEmail Letter(Charter charter, string occurrence, Guid? memberId, Actor actor) =>
        new(OverdueEmail.Kind, $"{occurrence}|{memberId}", actor.At)
    {
        OperatorId = charter.OperatorId,
        MemberId = memberId,
        SubjectId = charter.Id,
        CharterId = charter.Id,
    };
}
