using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>How the times of a charter follow from its date.</summary>
public sealed record Schedule
{
    public required DepartureRule Anchor { get; init; }

    /// <summary>Local time of departure, if it is fixed.</summary>
    public TimeOnly? Time { get; init; }

    /// <summary>Minutes from sunset to departure (negative: before sunset), if it depends on sunset.</summary>
    public int OffsetMinutes { get; init; }

    public required int DurationMinutes { get; init; }

    public int CallMinutesBefore { get; init; } = 60;

    public int BoardingMinutesBefore { get; init; } = 30;

    private static readonly long Rounding = TimeSpan.FromMinutes(5).Ticks;

    /// <summary>Departure (UTC) on a local date at the port; null if the Sun does not set there that day.</summary>
    public DateTimeOffset? DepartureOn(DateOnly date, Port port, TimeZoneInfo zone) => Anchor switch
    {
        DepartureRule.Sunset =>
            SunTimes.On(date, port.Latitude, port.Longitude, zone).Sunset is { } sunset
                ? Rounded(sunset.AddMinutes(OffsetMinutes))
                : null,
        _ when Time is { } time => LocalTime.Nearest(date.ToDateTime(time), zone),
        _ => null,
    };

    public static Schedule Read(Input input, Schedule? current)
    {
        var (part, previous) = (input.Part("schedule"), input.Clears("schedule") ? null : current);
        var anchor = part.Choice<DepartureRule>("anchor", previous?.Anchor ?? DepartureRule.Fixed)
            ?? DepartureRule.Fixed;
        return new()
        {
            Anchor = anchor,
            Time = anchor == DepartureRule.Fixed ? part.Clock("time", previous?.Time) : null,
            OffsetMinutes = anchor == DepartureRule.Sunset
                ? part.Whole("offset_minutes", previous?.OffsetMinutes ?? 0, -720, 720) ?? 0
                : 0,
            DurationMinutes = input.Whole(
                "duration_minutes",
                current?.DurationMinutes,
                min: 5,
                (int)Plan.Longest.TotalMinutes,
                required: "Enter how long the charter lasts, in minutes.") ?? 0,
            CallMinutesBefore = input.Whole("call_minutes_before", current?.CallMinutesBefore ?? 60, 0, 1440) ?? 60,
            BoardingMinutesBefore =
                input.Whole("boarding_minutes_before", current?.BoardingMinutesBefore ?? 30, 0, 1440) ?? 30,
        };
    }

    private static DateTimeOffset Rounded(DateTimeOffset instant) =>
        new((instant.Ticks + (Rounding / 2)) / Rounding * Rounding, TimeSpan.Zero);
}
