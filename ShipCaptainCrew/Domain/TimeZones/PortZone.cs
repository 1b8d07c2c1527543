using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Domain.TimeZones;

/// <summary>Compares the time zone that was entered for a port with the port's position.</summary>
public static class PortZone
{
    /// <summary>A form's answer that the time zone is meant.</summary>
    public const string ConfirmedField = "time_zone_confirmed";

    private const int SampleYear = 2026;

    /// <summary>A form asks once whether the time zone is meant; a program that sends no answer means it.</summary>
    public static void Ask(Input input, Port port, string zone)
    {
        if (input.Flag(ConfirmedField, true) || Other(port, zone) is not { } other) return;
        input.Error("time_zone", new LocalizedText(
            "The position of the home port is in {0}, where the local time is different. Change one of them, or "
                + "confirm the time zone below.", other));
    }

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
