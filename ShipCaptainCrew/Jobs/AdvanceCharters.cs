using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Writes down what follows from the time alone: boarding opens, and charters that go by the clock leave and come back.
/// Of a suspended operator they only come back, so that nobody is looked for in vain.
/// </summary>
public sealed class AdvanceCharters(
    AppDbContext db, Change change, DepartureGate departureGate, IStringLocalizer<Text> localizer)
    : IJob
{
    /// <summary>No charter boards earlier before its departure than this.</summary>
    private static readonly TimeSpan Earliest = TimeSpan.FromDays(1);

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var (moved, failures) = (0, new List<Exception>());
        foreach (var charterId in await Candidates(due.Now, cancel))
        {
            try
            {
                if (await MoveAlong(charterId, cancel)) moved++;
            }
            catch (Exception failure) when (!cancel.IsCancellationRequested)
            {
                // One charter that cannot be moved keeps no other from it.
                failures.Add(failure);
                db.ChangeTracker.Clear();
            }
        }

        if (failures.Count > 0) throw new AggregateException(failures);
        return moved == 0 ? null : localizer["Charters moved along: {0}", moved].Value;
    }

    private async Task<List<Guid>> Candidates(DateTimeOffset now, CancellationToken cancel)
    {
        var (from, to) = (now - Plan.LongestReach, now + Earliest);
        var charters = await db.Charters.AsNoTracking().IgnoreAutoIncludes()
            .Where(charter => (charter.Status == CharterStatus.Underway
                    || (CharterStates.AwaitingDeparture.Contains(charter.Status)
                        && db.ActiveOperators.Any(theOperator => theOperator.Id == charter.OperatorId)))
                && !charter.ClockHeld && charter.SortAt >= from && charter.SortAt <= to)
            .ToListAsync(cancel);
        var due = new List<Guid>();
        foreach (var charter in charters)
        {
            if (charter.IsBoardingDue(now) || charter.IsReturnDue(now)
                || (charter.IsDepartureDue(now) && await IsGreen(charter.Id, cancel)))
                due.Add(charter.Id);
        }

        return due;
    }

    /// <summary>Boarding first: whether it may leave is asked only of one that boards.</summary>
    private Task<bool> MoveAlong(Guid charterId, CancellationToken cancel) => change.Run(async actor =>
    {
        var charter = await db.Charters.FirstAsync(row => row.Id == charterId, cancel);
        var moved = charter.FollowClock(actor.At, isGateOpen: false);
        return charter.IsDepartureDue(actor.At) && (await departureGate.Blockers(charter)).Count == 0
            ? charter.FollowClock(actor.At, isGateOpen: true) : moved;
    }, cancel);

    /// <summary>Asked before the write turn is taken: a charter held at its gate is looked at every minute.</summary>
    private async Task<bool> IsGreen(Guid charterId, CancellationToken cancel) =>
        (await departureGate.Blockers(
            await db.Charters.AsNoTracking().FirstAsync(row => row.Id == charterId, cancel))).Count == 0;
}
