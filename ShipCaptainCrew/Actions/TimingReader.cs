using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions;

/// <summary>Looks a plan's times over while it is still being made.</summary>
public sealed class TimingReader(ShipDb db, TimeProvider clock)
{
    /// <param name="charter">The charter being made or changed; null where it is not there yet.</param>
    public async Task<IReadOnlyList<Warning>> Warnings(Viewer viewer, AskedPlan asked, Charter? charter)
    {
        if (asked.Vessel is not { } vessel || asked.Plan.Departure is not { } departure) return [];
        var checks = new TimingChecks(asked.Plan, asked.Schedule, asked.Where.Zone, vessel, asked.Where.Port);
        if (charter?.IsCrewOpen == false || await db.CharterBefore(vessel.Id, departure, charter?.Id) is not { } before) return checks.Warnings;
        var house = await House.Of(db, viewer);
        return [.. checks.Warnings, .. Turnaround.Check(departure, vessel, before, asked.Where.Zone, clock.GetUtcNow(), house.Grace)];
    }
}
