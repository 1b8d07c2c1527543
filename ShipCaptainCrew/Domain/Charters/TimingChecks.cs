using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Compares the planned times with the sun times at the port and warns about likely mistakes.</summary>
/// <param name="zone">The time zone of the times in the messages.</param>
public sealed class TimingChecks(Plan plan, Schedule? schedule, TimeZoneInfo zone, Vessel vessel, Port port)
{
    public const string SunsetMissed = "sunset_missed", NoLights = "no_lights";

    public IReadOnlyList<Warning> Warnings =>
        plan.Departure is { } away ? [.. Sunset(away), .. Lights(away, plan.Return ?? away)] : [];

    private IEnumerable<Warning> Sunset(DateTimeOffset away)
    {
        if (schedule?.Anchor != DepartureRule.Sunset) yield break;
        if (SunTimes.On(plan.Date, port.Latitude, port.Longitude, zone).Sunset is not { } sunset)
            yield return new(SunsetMissed, "The Sun does not set that day.");
        else if (sunset < away)
            yield return new(SunsetMissed, new LocalizedText("Sunset is at {0}, before departure.", Clock(sunset)));
        else if (plan.Return <= sunset)
            yield return new(SunsetMissed, new LocalizedText("Sunset is at {0}, after the return.", Clock(sunset)));
    }

    /// <summary>Navigation lights are shown from sunset to sunrise (COLREGS and Inland Rules, rule 20).</summary>
    private IEnumerable<Warning> Lights(DateTimeOffset away, DateTimeOffset back) =>
        vessel.Details.NavigationLights ? []
        : SunTimes.NightsIn(away, back, port.Latitude, port.Longitude)
            .Select(night => new Warning(NoLights, NoLightsMessage(night, away, back))).Take(2);

    /// <summary>
    /// The message for a night. A night that began before the date of departure is described by its sunrise, any other
    /// by its sunset.
    /// </summary>
    private LocalizedText NoLightsMessage(Night night, DateTimeOffset away, DateTimeOffset back) => night switch
    {
        { Sunset: null, Sunrise: null } =>
            new("{0} has no navigation lights, and the Sun does not rise then.", vessel.Name),
        { Sunset: { } set, Sunrise: { } rise } when IsThatDay(set) && rise < back =>
            new("{0} has no navigation lights and is out from sunset at {1} to sunrise at {2}.", vessel.Name,
                Clock(set), Clock(rise)),
        { Sunset: { } set } when away < set || IsThatDay(set) =>
            new("{0} has no navigation lights and is out after sunset at {1}.", vessel.Name, Clock(set)),
        { Sunrise: { } rise } =>
            new("{0} has no navigation lights and leaves before sunrise at {1}.", vessel.Name, Clock(rise)),
        _ => new("{0} has no navigation lights and leaves in the dark.", vessel.Name),
    };

    private bool IsThatDay(DateTimeOffset instant) => LocalTime.DateOf(instant, zone) == plan.Date;

    private string Clock(DateTimeOffset instant) =>
        TimeText.Of(instant, zone, TimeParts.Time)
        + (IsThatDay(instant) ? "" : $", {TimeText.Day(LocalTime.DateOf(instant, zone))}");
}
