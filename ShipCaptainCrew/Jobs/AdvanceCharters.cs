using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Makes the transitions that depend on time alone: opens boarding, and departs and returns charters with automatic
/// transitions. A suspended operator's charters only return, so that no overdue alert is raised for nothing.
/// </summary>
public sealed class AdvanceCharters(
    AppDbContext db, Change change, DepartureGate departureGate, IStringLocalizer<Text> localizer)
    : ISelectiveJob
{
    /// <summary>Boarding never opens earlier than this before departure.</summary>
    private static readonly TimeSpan EarliestBoarding = TimeSpan.FromDays(1);

    private static readonly CharterStatus[] Movable = [.. CharterStates.AwaitingDeparture, CharterStatus.Underway];

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var (moved, failures) = (0, new List<Exception>());
        foreach (var charterId in await Candidates(due.Now, cancel))
        {
            try
            {
                if (await Advance(charterId, cancel)) moved++;
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // A failure for one charter must not stop the others.
                failures.Add(failure);
                db.ChangeTracker.Clear();
            }
        }

        if (failures.Count > 0) throw new AggregateException(failures);
        return moved == 0 ? null : localizer["Charters updated: {0}", moved].Value;
    }

    public async Task<IReadOnlyCollection<Guid>> OperatorsDue(DateTimeOffset now, CancellationToken cancel)
    {
        var charters = await MayMove(db.AcrossOperators<Charter>(), now)
            .Select(charter => new { charter.OperatorId, charter.Status, charter.Departure, charter.Schedule })
            .ToListAsync(cancel);
        return
        [
            .. charters
                .Where(charter => charter.Status != CharterStatus.Scheduled
                    || Charter.BoardingTimeOf(charter.Departure, charter.Schedule) <= now)
                .Select(charter => charter.OperatorId).Distinct(),
        ];
    }

    /// <summary>
    /// The charters that may be due for a change; each charter then decides by its own rules. The condition begins with
    /// the states, for which there is an index.
    /// </summary>
    private IQueryable<Charter> MayMove(IQueryable<Charter> charters, DateTimeOffset now)
    {
        var (from, to) = (now - Plan.LongestReach, now + EarliestBoarding);
        return charters.IgnoreAutoIncludes()
            .Where(charter => Movable.Contains(charter.Status) && charter.SortAt >= from && charter.SortAt <= to)
            .Where(charter => !charter.ClockHeld
                && (charter.Status == CharterStatus.Scheduled || charter.AutomaticTransitions)
                && (charter.Status != CharterStatus.Boarding || charter.Departure <= now)
                && (charter.Status == CharterStatus.Underway
                    ? charter.ActualDeparture == null && charter.Return <= now
                    : (charter.Return == null || charter.Return > now)
                        && db.ActiveOperators.Any(theOperator => theOperator.Id == charter.OperatorId)));
    }

    private async Task<List<Guid>> Candidates(DateTimeOffset now, CancellationToken cancel)
    {
        var charters = await MayMove(db.Charters.AsNoTracking(), now).ToListAsync(cancel);
        var due = new List<Guid>();
        foreach (var charter in charters)
        {
            if (charter.IsBoardingDue(now) || charter.IsReturnDue(now)
                || (charter.IsDepartureDue(now) && await HasNoBlockers(charter.Id, cancel)))
                due.Add(charter.Id);
        }

        return due;
    }

    /// <summary>Opens boarding first: the departure gate applies only to a boarding charter.</summary>
    private Task<bool> Advance(Guid charterId, CancellationToken cancel) => change.Run(async actor =>
    {
        var charter = await db.Charters.FirstAsync(row => row.Id == charterId, cancel);
        var moved = charter.FollowClock(actor.At, isGateOpen: false);
        return charter.IsDepartureDue(actor.At) && (await departureGate.Blockers(charter)).Count == 0
            ? charter.FollowClock(actor.At, isGateOpen: true)
            : moved;
    }, cancel);

    /// <summary>
    /// Checked before the write gate is entered, because a charter held by a blocker is checked every minute.
    /// </summary>
    private async Task<bool> HasNoBlockers(Guid charterId, CancellationToken cancel) =>
        (await departureGate.Blockers(await db.Charters.AsNoTracking().FirstAsync(row => row.Id == charterId, cancel)))
            .Count == 0;
}
