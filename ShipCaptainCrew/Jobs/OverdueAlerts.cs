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
/// Finds charters that are out past their return time plus the grace period. The captain is emailed first; from 15
/// minutes later the shore contact is emailed too, every 15 minutes, until somebody acknowledges the alert or the
/// vessel is all fast. After downtime only the latest round of emails is sent, immediately.
/// </summary>
public sealed class OverdueAlerts(AppDbContext db, Change change) : ISelectiveJob
{
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    private const string Rule = "overdue";

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var orders = await db.Orders(cancel);
        var latest = due.Now - StandingOrdersDetails.GraceOf(orders.GraceMinutes);
        var overdue = await DueBackBy(db.Charters, latest)
            .OrderBy(charter => charter.SortAt).Select(charter => charter.Id).ToListAsync(cancel);
        var emails = 0;
        foreach (var id in overdue) emails += await Alert(id, orders, due.Now, cancel);
        return emails == 0 ? null : $"Overdue: {overdue.Count}; letters: {emails}.";
    }

    public async Task<IReadOnlyCollection<Guid>> OperatorsDue(DateTimeOffset now, CancellationToken cancel)
    {
        var late = await (
            from charter in DueBackBy(db.AcrossOperators<Charter>(), now)
            where charter.Overdue == null
            join orders in db.AcrossOperators<StandingOrders>() on charter.OperatorId equals orders.OperatorId
                into settings
            from setting in settings.DefaultIfEmpty()
            select new { charter.OperatorId, charter.Return, Grace = (int?)setting.GraceMinutes }).ToListAsync(cancel);
        return
        [
            .. late.Where(charter => charter.Return + StandingOrdersDetails.GraceOf(charter.Grace) <= now)
                .Select(charter => charter.OperatorId).Distinct(),
        ];
    }

    /// <summary>Charters underway whose planned return is not after an instant (UTC).</summary>
    private static IQueryable<Charter> DueBackBy(IQueryable<Charter> charters, DateTimeOffset latest) =>
        charters.AsNoTracking().IgnoreAutoIncludes().Where(charter => charter.Status == CharterStatus.Underway
            && charter.SortAt < latest && charter.Return <= latest);

    /// <returns>How many emails were written.</returns>
    private Task<int> Alert(Guid id, StandingOrdersDetails orders, DateTimeOffset now, CancellationToken cancel) =>
        change.Run(async actor =>
    {
        var grace = StandingOrdersDetails.GraceOf(orders.GraceMinutes);
        var charter = await db.Charters.FirstOrDefaultAsync(row => row.Id == id, cancel);
        if (charter is null || charter.Overdue is not null || !charter.IsOverdue(now, grace)) return 0;
        var prefix = $"{Rule}|{id}|{charter.Return!.Value.UtcTicks}|";
        var round = (int)((now - charter.Return.Value - grace) / Every);
        var key = prefix + round;
        var claimed = await db.NotificationClaims
            .Where(claim => claim.CharterId == id && claim.Key.StartsWith(prefix))
            .Select(claim => claim.Key).ToListAsync(cancel);
        if (claimed.Contains(key)) return 0;
        db.Add(new NotificationClaim(db.OperatorId, key, Rule, null, id, now));
        if (claimed.Count == 0) charter.RaiseOverdue();
        var recipients = await Recipients(charter, orders, round, cancel);
        var emails = recipients.ConvertAll(memberId => Email(charter, key, memberId, actor));
        db.AddRange(emails);
        return emails.Count;
    }, cancel);

    /// <summary>
    /// The members to email; null stands for the shore contact. If the standing orders name none, the office is
    /// emailed. A charter without a captain goes ashore in the first round.
    /// </summary>
    private async Task<List<Guid?>> Recipients(
        Charter charter, StandingOrdersDetails orders, int round, CancellationToken cancel)
    {
        List<Guid?> captain = charter.CaptainId is { } captainId ? [captainId] : [];
        if (round == 0 && captain.Count > 0) return captain;
        if (orders.ShoreContact.Email is not null) return [.. captain, null];
        return [.. captain.Union(await db.Office().Select(member => (Guid?)member.Id).ToListAsync(cancel))];
    }

    private static OutboxEmail Email(Charter charter, string key, Guid? memberId, Actor actor) =>
        new(OverdueEmail.Kind, $"{key}|{memberId}", actor.At)
        {
            OperatorId = charter.OperatorId,
            MemberId = memberId,
            SubjectId = charter.Id,
            CharterId = charter.Id,
        };
}
