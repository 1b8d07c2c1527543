using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Domain.TimeZones;

/// <summary>Compares the time zone that was entered for a port with the port's position.</summary>
public static class PortZone
{
    private const int SampleYear = 2026;

    /// <summary>
    /// The time zone of the principal place closest to the port, if its clocks differ from those of
    /// <paramref name="zone"/> in January or in July; else null. Near the border of two zones it can be the wrong one,
    /// so a person decides.
    /// </summary>
    /// <param name="zone">IANA name.</param>
    public static string? Other(Port port, string zone)
    {
        var nearest = ZonePlace.Nearest(port.Latitude, port.Longitude).Zone;
        return Offsets(nearest) == Offsets(zone) ? null : nearest;
    }

    private static (TimeSpan January, TimeSpan July) Offsets(string zone)
    {
        var info = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return (OffsetIn(info, 1), OffsetIn(info, 7));
    }

    private static TimeSpan OffsetIn(TimeZoneInfo zone, int month) =>
        zone.GetUtcOffset(new DateTime(SampleYear, month, 15, 12, 0, 0, DateTimeKind.Utc));
}
