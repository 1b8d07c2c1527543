using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// "Permission to board, put to bed": one letter a day to each who owes something, could take a place, or is captain of
/// a charter ahead. Goes through the charters in batches, each a transaction of its own, so that no number of them
/// fills the memory or holds up a person's change.
/// </summary>
public sealed class PtbNudge(AppDbContext db, Change change, IStringLocalizer<Text> localizer) : IJob
{
    private const string Rule = "ptb_nudge";
    private const int OneBatch = 200;

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var zone = await db.Zone(cancel);
        var daily = new DailyEmailScope(due.At);
        var untold =
            (await db.Members.AsNoTracking()
                .ToListAsync(cancel)).Where(member => member.CanSignIn && member.Wants(EmailPreference.Daily))
            .ToDictionary(member => member.Id);
        var round = new DailyRun(daily, Reminders.NotAtNight(due.Now, zone), untold);
        var emails = await Go(round, daily.ToBoard(db, due.Now), Phase.PreDeparture, cancel)
            + await Go(round, daily.ToPutToBed(db, zone), Phase.PostReturn, cancel);
        return emails == 0 ? null : localizer["Letters written: {0}", emails].Value;
    }

    private async Task<int> Go(DailyRun round, IQueryable<Charter> charters, Phase phase, CancellationToken cancel)
    {
        var (emails, last) = (0, (Charter?)null);
        do
        {
            var next = last is null ? charters : After(charters, last.SortAt, last.Id);
            (var written, last) = await change.Run(actor => Batch(round, next, phase, actor, cancel), cancel);
            emails += written;
        }
        while (last is not null);

        return emails;
    }

    /// <returns>How many letters were written, and the last charter where there may be more.</returns>
    private async Task<(int Letters, Charter? Last)> Batch(
        DailyRun round, IQueryable<Charter> next, Phase phase, Actor actor, CancellationToken cancel)
    {
        var charters = await next.OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id).Take(OneBatch)
            .ToListAsync(cancel);
        if (charters.Count == 0) return (0, null);
        var open = await db.WithOpenItems([.. charters.Select(charter => charter.Id)], phase, cancel);
        var concerned = charters.SelectMany(charter => Aboard(charter, open.Contains(charter.Id), phase)).ToHashSet();
        if (phase == Phase.PreDeparture) concerned.UnionWith(await Wanted(round, charters, cancel));
        var emails = await Write(round, [.. concerned.Where(round.Untold.ContainsKey)], actor, cancel);
        return (emails, charters.Count < OneBatch ? null : charters[^1]);
    }

    private static IEnumerable<Guid> Aboard(Charter charter, bool hasOpenItems, Phase phase) =>
        from position in charter.Positions
        where !position.IsOpen
            && (hasOpenItems
                || (phase == Phase.PreDeparture && (position.ConfirmedAt is null || position.Role == CrewRole.Captain)))
        select position.MemberId!.Value;

    /// <summary>Who could take a place of these charters, and wants to hear of it.</summary>
    private async Task<IEnumerable<Guid>> Wanted(DailyRun round, List<Charter> charters, CancellationToken cancel)
    {
        var engagements =
            (await DailyEmailScope.Engagements(db, charters[0].SortAt,
                charters.Max(charter => charter.Return ?? charter.SortAt), null, cancel)).ToLookup(
                one => one.MemberId);
        var wanting = charters.Where(charter => charter.Positions.Any(position => position.IsOpen)).ToList();
        return round.Untold.Values
            .Where(
                member => member.Wants(EmailPreference.OpenPlaces)
                    && wanting.Exists(charter => charter.RolesOpenTo(member, engagements[member.Id]).Any()))
            .Select(member => member.Id);
    }

    /// <summary>Whoever another batch, or another scheduler, has written to is left out.</summary>
    private async Task<int> Write(DailyRun round, IReadOnlyList<Guid> memberIds, Actor actor, CancellationToken cancel)
    {
        var keys = memberIds.ToDictionary(id => $"{Rule}|{round.Daily.At:yyyy-MM-dd}|{id}");
        var claimed = await db.NotificationClaims.Where(claim => keys.Keys.Contains(claim.Key))
            .Select(claim => claim.Key).ToListAsync(cancel);
        foreach (var (key, memberId) in keys.ExceptBy(claimed, pair => pair.Key))
        {
            db.Add(new NotificationClaim(db.OperatorId, key, Rule, memberId, null, actor.At));
            db.Add(
                new OutboxEmail(DailyEmail.Kind, $"{db.OperatorId}|{key}", actor.At,
                    round.NotBefore) { OperatorId = db.OperatorId, MemberId = memberId, Facts = round.Daily.ToJson() });
        }

        foreach (var id in memberIds) round.Untold.Remove(id);
        return keys.Count - claimed.Count;
    }

    private static IQueryable<Charter> After(IQueryable<Charter> charters, DateTimeOffset sortAt, Guid id) =>
        charters.Where(
            charter => charter.SortAt > sortAt || (charter.SortAt == sortAt && charter.Id.CompareTo(id) > 0));

    /// <param name="NotBefore">When the letters may go out (UTC): not at night.</param>
    /// <param name="Untold">Those who take the letter and have not got it yet.</param>
    private sealed record DailyRun(DailyEmailScope Daily, DateTimeOffset NotBefore, Dictionary<Guid, Member> Untold);
}
