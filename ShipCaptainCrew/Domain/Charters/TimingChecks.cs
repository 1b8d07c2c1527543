using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Looks a charter's planned times over beside the Sun's, and says in words what is worth a second look.</summary>
public static class TimingChecks
{
    /// <param name="sun">The Sun on the charter's date, where the vessel lies.</param>
    public static IReadOnlyList<Warning> Of(Charter charter, Vessel vessel, SunDay sun) => [.. Sunset(charter, sun), .. Lights(charter, vessel, sun)];

    private static IEnumerable<Warning> Sunset(Charter charter, SunDay sun)
    {
        if (charter.Schedule?.Anchor != Anchor.Sunset || sun.Sunset is not { } sunset || charter.Departure is not { } away) yield break;
        if (sunset < away) yield return new("sunset_missed", new Words("Sunset is at {0}, before departure.", Clock(sunset, charter)));
        if (charter.Return <= sunset) yield return new("sunset_missed", new Words("Sunset is at {0}, after the return.", Clock(sunset, charter)));
    }

    /// <summary>Navigation lights are shown from sunset to sunrise (COLREGS and Inland Rules, rule 20).</summary>
    private static IEnumerable<Warning> Lights(Charter charter, Vessel vessel, SunDay sun)
    {
        if (vessel.Details.NavigationLights || charter.Departure is not { } away) yield break;
        if (sun.Polar == Polar.Night) yield return new("no_lights", new Words("{0} has no navigation lights, and the Sun does not rise that day.", vessel.Name));
        if (away < sun.Sunrise) yield return new("no_lights", new Words("{0} has no navigation lights and leaves before sunrise at {1}.", vessel.Name, Clock(sun.Sunrise.Value, charter)));
        if ((charter.Return ?? away) > sun.Sunset) yield return new("no_lights", new Words("{0} has no navigation lights and is out after sunset at {1}.", vessel.Name, Clock(sun.Sunset.Value, charter)));
    }

    private static string Clock(DateTimeOffset instant, Charter charter) => $"{LocalTime.At(instant, charter.Zone):HH:mm}";
}
