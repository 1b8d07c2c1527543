using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>A requested charter plan, with the vessel, type, schedule and location it uses.</summary>
public sealed record RequestedPlan(
    Plan Plan, Vessel? Vessel, CharterType? Type, Schedule? Schedule, CharterLocation Where)
{
    /// <summary>The type's crew; without a type, the vessel's minimum crew if she has one.</summary>
    public Manning UsualCrew =>
        Type?.Roles ?? (Vessel?.Details.MinimumCrew is { } least ? Manning.Least(least) : new());
}

/// <summary>Time zone and port of a charter: the vessel's or, without its own, the operator's.</summary>
public sealed record CharterLocation(TimeZoneInfo Zone, Port Port);
