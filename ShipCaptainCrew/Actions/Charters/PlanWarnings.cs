using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>Warnings about a charter plan: its date, its load and its times.</summary>
public sealed class PlanWarnings(AppDbContext db, TimeProvider clock)
{
    /// <param name="charter">The charter being created or changed; null when it does not exist yet.</param>
    public async Task<IReadOnlyList<Warning>> At(Viewer viewer, RequestedPlan requested, Charter? charter) =>
        [.. Day(requested, charter), .. await Load(requested, charter), .. await Times(viewer, requested, charter)];

    private IEnumerable<Warning> Day(RequestedPlan requested, Charter? charter)
    {
        var isAhead = charter?.IsCrewOpen ?? true;
        if (isAhead && requested.Plan.Date > InputLimits.FirstDay
            && requested.Plan.Date < LocalTime.DateOf(clock.GetUtcNow(), requested.Where.Zone))
            yield return new("past_date", "That day is in the past.");
    }

    private async Task<IEnumerable<Warning>> Load(RequestedPlan requested, Charter? charter)
    {
        if (requested.Vessel is not { } vessel || charter?.IsCrewOpen == false) return [];
        var (id, crew) = (charter?.Id, charter?.Positions.Count ?? (requested.Type?.Roles ?? new()).Roles.Count());
        var listed = id is null ? 0 : await db.Guests.Where(Guest.Coming).CountAsync(guest => guest.CharterId == id);
        return Gate.Overload(vessel, listed > 0 ? listed : requested.Plan.GuestsExpected ?? 0, crew);
    }

    private async Task<IReadOnlyList<Warning>> Times(Viewer viewer, RequestedPlan requested, Charter? charter)
    {
        if (requested.Vessel is not { } vessel || requested.Plan.Departure is not { } departure) return [];
        var where = requested.Where;
        var checks = new TimingChecks(requested.Plan, requested.Schedule, where.Zone, vessel, where.Port);
        if (charter?.IsCrewOpen == false || await db.CharterBefore(vessel.Id, departure, charter?.Id) is not { } before)
            return checks.Warnings;
        var defaults = await OperatorDefaults.Of(db, viewer);
        return
        [
            .. checks.Warnings,
            .. Turnaround.Check(departure, vessel, before, where.Zone, clock.GetUtcNow(), defaults.Grace),
        ];
    }
}
