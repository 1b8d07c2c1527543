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
/// The "permission to board, put to bed" nudge, daily at 18:00 UTC (<see cref="JobSchedule"/>): writes one email to
/// each member who has open items, could take an open position, or is captain of an upcoming charter.
/// <see cref="DailyEmail"/> composes its text when it is sent. Works through the charters in batches, one transaction
/// each, so that memory use and the time others wait for the database do not grow with the number of charters.
/// </summary>
public sealed class PtbNudge(AppDbContext db, Change change, IStringLocalizer<Text> localizer) : IJob
{
    private const string Rule = "ptb_nudge";
    private const int BatchSize = 200;

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var zone = await db.Zone(cancel);
        var scope = new DailyEmailScope(due.At);
        var members = await db.Members.AsNoTracking().ToListAsync(cancel);
        var pending = members
            .Where(member => member.CanSignIn && member.Wants(EmailPreference.Daily))
            .ToDictionary(member => member.Id);
        var run = new DailyRun(scope, Reminders.NotAtNight(due.Now, zone), pending);
        var emails = await WriteAll(run, scope.ToBoard(db, due.Now), Phase.PreDeparture, cancel)
            + await WriteAll(run, scope.ToPutToBed(db, zone), Phase.PostReturn, cancel);
        return emails == 0 ? null : localizer["Emails: {0}", emails].Value;
    }

    private async Task<int> WriteAll(DailyRun run, IQueryable<Charter> charters, Phase phase, CancellationToken cancel)
    {
        var (emails, last) = (0, (Charter?)null);
        do
        {
            var next = last is null ? charters : After(charters, last.SortAt, last.Id);
            (var written, last) = await change.Run(actor => WriteBatch(run, next, phase, actor, cancel), cancel);
            emails += written;
        }
        while (last is not null);

        return emails;
    }

    /// <returns>How many emails were written; the last charter of the batch, or null if there are no more.</returns>
    private async Task<(int Emails, Charter? Last)> WriteBatch(
        DailyRun run, IQueryable<Charter> next, Phase phase, Actor actor, CancellationToken cancel)
    {
        var charters = await next
            .OrderBy(charter => charter.SortAt).ThenBy(charter => charter.Id)
            .Take(BatchSize).ToListAsync(cancel);
        if (charters.Count == 0) return (0, null);
        var withOpenItems = await db.WithOpenItems([.. charters.Select(charter => charter.Id)], phase, cancel);
        var recipients = charters
            .SelectMany(charter => CrewToEmail(charter, withOpenItems.Contains(charter.Id), phase))
            .ToHashSet();
        if (phase == Phase.PreDeparture) recipients.UnionWith(await PossibleCrew(run, charters, cancel));
        var emails = await Write(run, [.. recipients.Where(run.Pending.ContainsKey)], actor, cancel);
        return (emails, charters.Count < BatchSize ? null : charters[^1]);
    }

    /// <summary>The crew with something to do: open items, a position to confirm, or being captain.</summary>
    private static IEnumerable<Guid> CrewToEmail(Charter charter, bool hasOpenItems, Phase phase) =>
        from position in charter.Positions
        where !position.IsOpen
            && (hasOpenItems
                || (phase == Phase.PreDeparture && (position.ConfirmedAt is null || position.Role == CrewRole.Captain)))
        select position.MemberId!.Value;

    /// <summary>Members who could take an open position on one of the charters and want to hear about it.</summary>
    private async Task<IEnumerable<Guid>> PossibleCrew(
        DailyRun run, List<Charter> charters, CancellationToken cancel)
    {
        var end = charters.Max(charter => charter.Return ?? charter.SortAt);
        var engagements = (await DailyEmailScope.Engagements(db, charters[0].SortAt, end, null, cancel))
            .ToLookup(engagement => engagement.MemberId);
        var withOpenPositions = charters
            .Where(charter => charter.Positions.Any(position => position.IsOpen))
            .ToList();
        return run.Pending.Values
            .Where(member => member.Wants(EmailPreference.OpenPlaces)
                && withOpenPositions.Exists(charter => charter.RolesOpenTo(member, engagements[member.Id]).Any()))
            .Select(member => member.Id);
    }

    /// <summary>Skips members whose email another batch or another scheduler has already written.</summary>
    private async Task<int> Write(DailyRun run, IReadOnlyList<Guid> memberIds, Actor actor, CancellationToken cancel)
    {
        var keys = memberIds.ToDictionary(id => $"{Rule}|{run.Scope.At:yyyy-MM-dd}|{id}");
        var claimed = await db.NotificationClaims
            .Where(claim => keys.Keys.Contains(claim.Key))
            .Select(claim => claim.Key).ToListAsync(cancel);
        foreach (var (key, memberId) in keys.ExceptBy(claimed, pair => pair.Key))
        {
            db.Add(new NotificationClaim(db.OperatorId, key, Rule, memberId, null, actor.At));
            db.Add(new OutboxEmail(DailyEmail.Kind, $"{db.OperatorId}|{key}", actor.At, run.NotBefore)
            {
                OperatorId = db.OperatorId,
                MemberId = memberId,
                Facts = run.Scope.ToJson(),
            });
        }

        foreach (var id in memberIds) run.Pending.Remove(id);
        return keys.Count - claimed.Count;
    }

    private static IQueryable<Charter> After(IQueryable<Charter> charters, DateTimeOffset sortAt, Guid id) =>
        charters.Where(
            charter => charter.SortAt > sortAt || (charter.SortAt == sortAt && charter.Id.CompareTo(id) > 0));

    /// <param name="NotBefore">The earliest time to send the emails (UTC), which is never at night.</param>
    /// <param name="Pending">The members who want the daily email and for whom none has been written yet.</param>
    private sealed record DailyRun(DailyEmailScope Scope, DateTimeOffset NotBefore, Dictionary<Guid, Member> Pending);
}
