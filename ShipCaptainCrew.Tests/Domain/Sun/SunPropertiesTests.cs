using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Tests.Domain.Sun;

public sealed class SunPropertiesTests
{
    private static readonly Gen<DateOnly> Dates =
        Gen.Int[0, SunTimes.LastDate.DayNumber - SunTimes.FirstDate.DayNumber - 1]
        .Select(SunTimes.FirstDate.AddDays);

    private static readonly Gen<double> Longitudes = Gen.Double[-179, 180];

    /// <summary>Latitudes at which every date has all five events.</summary>
    private static readonly Gen<(DateOnly Date, double Latitude, double Longitude)> Ports =
        Gen.Select(Dates, Gen.Double[-58, 58], Longitudes);

    /// <summary>
    /// All latitudes, in zones that change at midnight, skipped a date, or have quarter-hour offsets.
    /// </summary>
    private static readonly Gen<(SunDay Day, TimeZoneInfo Zone)> Anywhere =
        Gen.Select(Dates, Gen.Double[-90, 90], Longitudes, Gen.OneOf([.. new[]
        {
            "America/Los_Angeles", "America/Havana", "America/Santiago", "Africa/Cairo", "Asia/Beirut",
            "Atlantic/Azores",
            "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Chatham", "Pacific/Apia", "Pacific/Kiritimati",
            "Etc/GMT+12",
        }.Select(TimeZoneInfo.FindSystemTimeZoneById)]))
            .Select((date, latitude, longitude, zone) => (SunTimes.On(date, latitude, longitude, zone), zone));

    [Fact]
    public void Every_event_of_a_date_is_on_that_date_in_the_zone() => Anywhere.Sample((day, zone) =>
        Events(day).All(instant => instant is null || LocalTime.DateOf(instant.Value, zone) == day.Date));

    [Fact]
    public void A_polar_day_has_no_twilight_and_other_dates_have_a_sunrise_or_sunset() =>
        Anywhere.Sample((day, _) => day.Polar switch
    {
        Polar.Day => day is { CivilDawn: null, Sunrise: null, Sunset: null, CivilDusk: null },
        Polar.Night => day is { Sunrise: null, Sunset: null },
        _ => (day.Sunrise ?? day.Sunset) is not null,
    });

    [Fact]
    public void The_events_of_a_day_are_in_order() => Ports.Sample((date, latitude, longitude) =>
    {
        var events = Events(SunTimes.On(date, latitude, longitude));
        return events.SequenceEqual(events.OfType<DateTimeOffset>().Distinct().Order().Cast<DateTimeOffset?>());
    });

    [Fact]
    public void Sunrise_and_sunset_are_symmetric_around_solar_noon() => Ports.Sample((date, latitude, longitude) =>
    {
        var day = SunTimes.On(date, latitude, longitude);
        return Near(day.SolarNoon - day.Sunrise, day.Sunset - day.SolarNoon, TimeSpan.FromMinutes(3));
    });

    [Fact]
    public void Events_change_by_at_most_five_minutes_from_day_to_day() => Ports.Sample((date, latitude, longitude) =>
        Events(SunTimes.On(date, latitude, longitude)).Zip(Events(SunTimes.On(date.AddDays(1), latitude, longitude)))
            .All(pair => Near(pair.Second - pair.First, TimeSpan.FromDays(1), TimeSpan.FromMinutes(5))));

    [Fact]
    public void Events_are_four_minutes_later_one_degree_to_the_west() => Ports.Sample((date, latitude, longitude) =>
    {
        var zone = NauticalZone.At(longitude);
        return Events(SunTimes.On(date, latitude, longitude, zone))
            .Zip(Events(SunTimes.On(date, latitude, longitude - 1, zone)))
            .All(pair => Near(pair.Second - pair.First, TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(3)));
    });

    private static DateTimeOffset?[] Events(SunDay day) =>
        [day.CivilDawn, day.Sunrise, day.SolarNoon, day.Sunset, day.CivilDusk];

    private static bool Near(TimeSpan? one, TimeSpan? other, TimeSpan within) => (one - other)?.Duration() <= within;
}
