using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>
/// Looks a plan over while it is still being made, and says what is worth a second look: its day, its load, its times.
/// </summary>
public sealed class PlanWarnings(AppDbContext db, TimeProvider clock)
{
    /// <param name="charter">The charter being made or changed; null where it is not there yet.</param>
    public async Task<IReadOnlyList<Warning>> At(Viewer viewer, RequestedPlan asked, Charter? charter) =>
        [.. Day(asked, charter), .. await Load(asked, charter), .. await Times(viewer, asked, charter)];

    private IEnumerable<Warning> Day(RequestedPlan asked, Charter? charter)
    {
        var isAhead = charter?.IsCrewOpen ?? true;
        if (isAhead && asked.Plan.Date > InputLimits.FirstDay
            && asked.Plan.Date < LocalTime.DateOf(clock.GetUtcNow(), asked.Where.Zone))
            yield return new("past_date", "That day is over.");
    }

    private async Task<IEnumerable<Warning>> Load(RequestedPlan asked, Charter? charter)
    {
        if (asked.Vessel is not { } vessel || charter?.IsCrewOpen == false) return [];
        var (id, crew) = (charter?.Id, charter?.Positions.Count ?? (asked.Type?.Roles ?? new()).Roles.Count());
        var listed = id is null ? 0 : await db.Guests.Where(Guest.Coming).CountAsync(guest => guest.CharterId == id);
        return Gate.Overload(vessel, listed > 0 ? listed : asked.Plan.GuestsExpected ?? 0, crew);
    }

    private async Task<IReadOnlyList<Warning>> Times(Viewer viewer, RequestedPlan asked, Charter? charter)
    {
        if (asked.Vessel is not { } vessel || asked.Plan.Departure is not { } departure) return [];
        var checks = new TimingChecks(asked.Plan, asked.Schedule, asked.Where.Zone, vessel, asked.Where.Port);
        if (charter?.IsCrewOpen == false || await db.CharterBefore(vessel.Id, departure, charter?.Id) is not { } before)
            return checks.Warnings;
        var house = await OperatorDefaults.Of(db, viewer);
        return [.. checks.Warnings,
            .. Turnaround.Check(departure, vessel, before, asked.Where.Zone, clock.GetUtcNow(), house.Grace)];
    }
}
