using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
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
    AppDbContext db, Change change, ReminderRules reminders, IStringLocalizer<Text> localizer)
    : ISelectiveJob
{
    public const string Rule = "reminder";
    private const string Suppressed = "reminder suppressed";

    public async Task<IReadOnlyCollection<Guid>> OperatorsDue(DateTimeOffset now, CancellationToken cancel)
    {
        var claims = await Claims(await reminders.DueForAll(now, cancel), now, cancel);
        return claims.Select(claim => claim.OperatorId).ToHashSet();
    }

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        if ((await Claims(due.Now)).Count == 0) return null;
        var (sent, suppressed) = await change.Run(async actor => Write(await Claims(actor.At), actor), cancel);
        return (sent, suppressed) switch
        {
            (0, 0) => null,
            (_, 0) => localizer["Reminders emailed: {0}", sent].Value,
            _ => localizer[
                "Reminders emailed: {0}; left out because another one was close: {1}", sent, suppressed].Value,
        };

        async Task<List<Claim>> Claims(DateTimeOffset now) =>
            await this.Claims(await reminders.Due(now, cancel), now, cancel);
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

    /// <summary>
    /// The reminders that are due and not claimed yet. The number of queries does not depend on how many there are.
    /// </summary>
    private async Task<List<Claim>> Claims(List<DueRule> rules, DateTimeOffset now, CancellationToken cancel)
    {
        if (rules.Count == 0) return [];
        var due = rules.ToLookup(rule => rule.CharterId);
        var charters = rules.Select(rule => rule.Charter).Distinct().ToList();
        var holders = await Holders(charters, cancel);
        var existing = await db.ClaimsOf(charters)
            .Where(claim => claim.Rule == Rule || claim.Rule == Suppressed)
            .Select(claim => new ExistingClaim(claim.CharterId, claim.MemberId, claim.Key, claim.Rule, claim.At))
            .ToListAsync(cancel);
        var claimed = existing.ToLookup(claim => (claim.CharterId, claim.MemberId));
        return
        [
            .. from holder in holders
               from claim in Claims(
                   [.. due[holder.CharterId]], holder, [.. claimed[(holder.CharterId, holder.MemberId)]], now)
               select claim,
        ];
    }

    /// <summary>Leaves out rules due before the position was claimed: that claim was confirmed by email.</summary>
    private static IEnumerable<Claim> Claims(
        IReadOnlyList<DueRule> rules, Holder holder, IReadOnlyList<ExistingClaim> claimed, DateTimeOffset now)
    {
        var isTooClose = claimed.Any(claim => claim.Rule == Rule && claim.At > now - ReminderRules.MinimumGap);
        return rules
            .Where(rule => holder.ClaimedAt < rule.At)
            .OrderByDescending(rule => rule.At).ThenBy(rule => rule.Hours)
            .Select(rule => rule.KeyFor(Rule, holder.MemberId))
            .Where(key => claimed.All(claim => claim.Key != key))
            .Select((key, i) => new Claim(
                holder.OperatorId, key, holder.CharterId, holder.MemberId, Sends: i == 0 && !isTooClose));
    }

    /// <summary>The crew of the charters who can sign in and want reminders.</summary>
    private async Task<List<Holder>> Holders(
        IReadOnlyCollection<(Guid OperatorId, Guid Id)> charters, CancellationToken cancel)
    {
        var holders = await (
            from position in db.PositionsOf(charters)
            where position.MemberId != null
            join member in db.AcrossOperators<Member>() on new { position.OperatorId, Id = position.MemberId!.Value }
                equals new { member.OperatorId, member.Id }
            where member.SuspendedAt == null && member.ArchivedAt == null
            select new
            {
                Holder = new Holder(position.OperatorId, position.CharterId, member.Id, position.ClaimedAt),
                member.DoesWithout,
            }).ToListAsync(cancel);
        return
        [
            .. holders.Where(row => !row.DoesWithout.Contains(EmailPreference.Reminders)).Select(row => row.Holder),
        ];
    }

    /// <summary>A member in a crew position.</summary>
    private sealed record Holder(Guid OperatorId, Guid CharterId, Guid MemberId, DateTimeOffset? ClaimedAt);

    private sealed record ExistingClaim(
        Guid? CharterId, Guid? MemberId, string Key, string Rule, DateTimeOffset At);

    private sealed record Claim(Guid OperatorId, string Key, Guid CharterId, Guid MemberId, bool Sends);
}
