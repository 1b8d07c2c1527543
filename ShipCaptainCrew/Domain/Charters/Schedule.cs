using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>How the times of a charter follow from its date.</summary>
/// <param name="Time">Local clock time of departure, where fixed.</param>
/// <param name="OffsetMinutes">Departure after (or, negative, before) sunset, where anchored to it.</param>
public sealed record Schedule(
    Anchor Anchor,
    TimeOnly? Time,
    int OffsetMinutes,
    int DurationMinutes,
    int CallMinutesBefore = 60,
    int BoardingMinutesBefore = 30)
{
    private static readonly long Rounding = TimeSpan.FromMinutes(5).Ticks;

    /// <summary>Departure (UTC) on a local date at the port; null where the sun does not set there that day.</summary>
    public DateTimeOffset? DepartureOn(DateOnly date, Port port, TimeZoneInfo zone) => Anchor switch
    {
        Anchor.Sunset => SunTimes.On(date, port.Latitude, port.Longitude, zone).Sunset is { } sunset ? Rounded(sunset.AddMinutes(OffsetMinutes)) : null,
        _ when Time is { } time => LocalTime.Nearest(date.ToDateTime(time), zone),
        _ => null,
    };

    public static Schedule Read(Input input, Schedule? now)
    {
        var (part, said) = (input.Part("schedule"), input.Clears("schedule") ? null : now);
        var anchor = part.Choice<Anchor>("anchor", said?.Anchor ?? Anchor.Fixed) ?? Anchor.Fixed;
        return new(
            anchor,
            anchor == Anchor.Fixed ? part.Clock("time", said?.Time) : null,
            anchor == Anchor.Sunset ? part.Whole("offset_minutes", said?.OffsetMinutes ?? 0, -720, 720) ?? 0 : 0,
            input.Whole("duration_minutes", now?.DurationMinutes, 5, 20160, required: "Enter how long the charter lasts, in minutes.") ?? 0,
            input.Whole("call_minutes_before", now?.CallMinutesBefore ?? 60, 0, 1440) ?? 60,
            input.Whole("boarding_minutes_before", now?.BoardingMinutesBefore ?? 30, 0, 1440) ?? 30);
    }

    private static DateTimeOffset Rounded(DateTimeOffset instant) =>
        new((instant.Ticks + (Rounding / 2)) / Rounding * Rounding, TimeSpan.Zero);
}
