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
/// Reminds the crew of a charter a set number of hours before call time. Each rule is claimed once per person and
/// charter, whether or not it sends an email: of several due together only the latest sends, and none sends within 20
/// hours of the previous one.
/// </summary>
public sealed class CallTimeReminders(
    AppDbContext db, Change change, ReminderRules reminders, IStringLocalizer<Text> localizer) : IJob
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
            (_, 0) => localizer["Reminders emailed: {0}", sent].Value,
            _ => localizer[
                "Reminders emailed: {0}; left out because another one was close: {1}", sent, suppressed].Value,
        };
    }

    private (int Sent, int Suppressed) Write(IReadOnlyList<Claim> claims, Actor actor)
    {
        foreach (var claim in claims)
        {
            var rule = claim.Sends ? Rule : Suppressed;
            db.Add(new NotificationClaim(
                db.OperatorId, claim.Key, rule, claim.MemberId, claim.CharterId, actor.At));
            if (!claim.Sends) continue;
            db.Add(new OutboxEmail(ReminderEmail.Kind, $"{db.OperatorId}|{claim.Key}", actor.At)
            {
                OperatorId = db.OperatorId,
                MemberId = claim.MemberId,
                CharterId = claim.CharterId,
            });
        }

        return (claims.Count(claim => claim.Sends), claims.Count(claim => !claim.Sends));
    }

    /// <summary>The reminders that are due and not claimed yet.</summary>
    private async Task<List<Claim>> Claims(DateTimeOffset now, CancellationToken cancel)
    {
        var due = (await reminders.Due(now, cancel)).ToLookup(rule => rule.Charter.Id);
        if (due.Count == 0) return [];
        var charterIds = due.Select(rules => rules.Key).ToList();
        var positions = await db.Set<CrewPosition>().AsNoTracking()
            .Where(position => charterIds.Contains(position.CharterId) && position.MemberId != null)
            .ToListAsync(cancel);
        var recipients = await Recipients([.. positions.Select(position => position.MemberId!.Value)], cancel);
        var existing = await db.NotificationClaims.AsNoTracking()
            .Where(claim => charterIds.Contains(claim.CharterId!.Value)
                && (claim.Rule == Rule || claim.Rule == Suppressed))
            .ToListAsync(cancel);
        var claimed = existing.ToLookup(claim => (claim.CharterId, claim.MemberId));
        return
        [
            .. from position in positions
               where recipients.Contains(position.MemberId!.Value)
               from claim in Claims(
                   [.. due[position.CharterId]], position, [.. claimed[(position.CharterId, position.MemberId)]], now)
               select claim,
        ];
    }

    /// <summary>Leaves out rules due before the position was claimed: that claim was confirmed by email.</summary>
    private static IEnumerable<Claim> Claims(
        IReadOnlyList<DueRule> rules,
        CrewPosition position,
        IReadOnlyList<NotificationClaim> claimed,
        DateTimeOffset now)
    {
        var isTooClose = claimed.Any(claim => claim.Rule == Rule && claim.At > now - ReminderRules.MinimumGap);
        return rules
            .Where(rule => position.ClaimedAt < rule.At)
            .OrderByDescending(rule => rule.At).ThenBy(rule => rule.Hours)
            .Select(rule => rule.KeyFor(Rule, position.MemberId))
            .Where(key => claimed.All(claim => claim.Key != key))
            .Select((key, i) =>
                new Claim(key, position.CharterId, position.MemberId!.Value, Sends: i == 0 && !isTooClose));
    }

    /// <summary>Those of the members who can sign in and want reminders.</summary>
    private async Task<HashSet<Guid>> Recipients(IReadOnlyCollection<Guid> memberIds, CancellationToken cancel)
    {
        var members = await db.Members.AsNoTracking()
            .Where(member => memberIds.Contains(member.Id))
            .ToListAsync(cancel);
        return members
            .Where(member => member.CanSignIn && member.Wants(EmailPreference.Reminders))
            .Select(member => member.Id)
            .ToHashSet();
    }

    private sealed record Claim(string Key, Guid CharterId, Guid MemberId, bool Sends);
}
