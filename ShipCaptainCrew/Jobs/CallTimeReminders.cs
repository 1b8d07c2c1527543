using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Reminds everyone aboard, so many hours before call time. Each rule is claimed once for each person and charter,
/// whether or not it sends: of several due together the last one does, and none within twenty hours of the one before.
/// </summary>
public sealed class CallTimeReminders(
    AppDbContext db, Change change, ReminderRules reminders, IStringLocalizer<Text> localizer)
    : IJob
{
    public const string Rule = "reminder";
    private const string Suppressed = "reminder suppressed";

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        if ((await Claims(due.Now, cancel)).Count == 0) return null;
        var (sent, suppressed) = await change.Run(async actor => Write(await Claims(actor.At, cancel), actor), cancel);
        return (sent, suppressed) switch
        {
            (0, 0) => null,
            (_, 0) => localizer["Reminders written: {0}", sent].Value,
            _ => localizer["Reminders written: {0}; left out, being close to another: {1}", sent, suppressed].Value,
        };
    }

    private (int Sent, int Suppressed) Write(IReadOnlyList<Claim> claims, Actor actor)
    {
        foreach (var claim in claims)
        {
            db.Add(
                new NotificationClaim(db.OperatorId, claim.Key, claim.Sends ? Rule : Suppressed, claim.MemberId,
                    claim.CharterId, actor.At));
            if (claim.Sends)
                db.Add(
                    new OutboxEmail(ReminderEmail.Kind, $"{db.OperatorId}|{claim.Key}",
                        actor.At) {
                            OperatorId = db.OperatorId, MemberId = claim.MemberId, CharterId = claim.CharterId });
        }

        return (claims.Count(claim => claim.Sends), claims.Count(claim => !claim.Sends));
    }

    /// <summary>What is due by now and not claimed yet.</summary>
    private async Task<List<Claim>> Claims(DateTimeOffset now, CancellationToken cancel)
    {
        var due = (await reminders.Due(now, cancel)).ToLookup(rule => rule.Charter.Id);
        if (due.Count == 0) return [];
        var charterIds = due.Select(rules => rules.Key).ToList();
        var positions = await db.Set<CrewPosition>().AsNoTracking()
            .Where(position => charterIds.Contains(position.CharterId) && position.MemberId != null)
            .ToListAsync(cancel);
        var wanting = await Wanting([.. positions.Select(position => position.MemberId!.Value)], cancel);
        var claimed =
            (await db.NotificationClaims.AsNoTracking()
                .Where(
                    nudge => charterIds.Contains(nudge.CharterId!.Value)
                        && (nudge.Rule == Rule || nudge.Rule == Suppressed))
                .ToListAsync(cancel))
            .ToLookup(nudge => (nudge.CharterId, nudge.MemberId));
        return
        [
            .. from position in positions
               where wanting.Contains(position.MemberId!.Value)
               from claim in Claims(
                   [.. due[position.CharterId]], position, [.. claimed[(position.CharterId, position.MemberId)]], now)
               select claim,
        ];
    }

    /// <summary>Who claimed the place after a rule was due has just had a letter.</summary>
    private static IEnumerable<Claim> Claims(IReadOnlyList<DueRule> rules, CrewPosition position,
        IReadOnlyList<NotificationClaim> claimed, DateTimeOffset now)
    {
        var isTooClose = claimed.Any(claim => claim.Rule == Rule && claim.At > now - ReminderRules.Apart);
        return rules.Where(rule => position.ClaimedAt < rule.At).OrderByDescending(rule => rule.At)
            .ThenBy(rule => rule.Hours)
            .Select(rule => rule.KeyFor(Rule, position.MemberId))
            .Where(key => claimed.All(claim => claim.Key != key))
            .Select(
                (key, i) => new Claim(key, position.CharterId, position.MemberId!.Value, Sends: i == 0 && !isTooClose));
    }

    private async Task<HashSet<Guid>> Wanting(IReadOnlyCollection<Guid> memberIds, CancellationToken cancel)
    {
        var members = await db.Members.AsNoTracking().Where(member => memberIds.Contains(member.Id))
            .ToListAsync(cancel);
        return [
            .. members.Where(member => member.CanSignIn && member.Wants(EmailPreference.Reminders))
                .Select(member => member.Id)];
    }

    private sealed record Claim(string Key, Guid CharterId, Guid MemberId, bool Sends);
}
