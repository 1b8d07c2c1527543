using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>The other charters of a vessel or a member on the day of a plan, in order of departure.</summary>
/// <param name="Clashes">
/// Those at the same time; for a vessel, also those closer than she needs between charters.
/// </param>
/// <param name="SameDay">The others on the plan's date.</param>
public sealed record Availability(IReadOnlyList<Charter> Clashes, IReadOnlyList<Charter> SameDay)
{
    public static readonly Availability Unknown = new([], []);

    public static Availability Of(IEnumerable<Charter> others, Plan plan, TimeSpan between)
    {
        var meeting = others.OrderBy(other => other.Departure)
            .ToLookup(other => Overlaps.Meet(other.Plan, plan, between));
        return new([.. meeting[true]], [.. meeting[false].Where(other => other.Date == plan.Date)]);
    }
}
