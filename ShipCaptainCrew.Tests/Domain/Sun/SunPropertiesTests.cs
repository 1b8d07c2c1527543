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

    /// <summary>Where charters sail: every date has all five events.</summary>
    private static readonly Gen<(DateOnly Date, double Latitude, double Longitude)> Ports =
        Gen.Select(Dates, Gen.Double[-58, 58], Longitudes);

    /// <summary>
    /// From pole to pole, by clocks that change at midnight, forward and back, that once skipped a date, that keep
    /// quarters of an hour.
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
    public void What_falls_on_a_date_is_on_it_by_the_clocks_of_the_place() => Anywhere.Sample((day, zone) =>
        Events(day).All(instant => instant is null || LocalTime.DateOf(instant.Value, zone) == day.Date));

    [Fact]
    public void A_polar_day_has_no_twilight_and_every_other_date_a_sunrise_or_a_sunset() =>
        Anywhere.Sample((day, _) => day.Polar switch
    {
        Polar.Day => day is { CivilDawn: null, Sunrise: null, Sunset: null, CivilDusk: null },
        Polar.Night => day is { Sunrise: null, Sunset: null },
        _ => (day.Sunrise ?? day.Sunset) is not null,
    });

    [Fact]
    public void The_day_goes_from_dawn_by_noon_to_dusk() => Ports.Sample((date, latitude, longitude) =>
    {
        var events = Events(SunTimes.On(date, latitude, longitude));
        return events.SequenceEqual(events.OfType<DateTimeOffset>().Distinct().Order().Cast<DateTimeOffset?>());
    });

    [Fact]
    public void The_morning_is_as_long_as_the_afternoon() => Ports.Sample((date, latitude, longitude) =>
    {
        var day = SunTimes.On(date, latitude, longitude);
        return Near(day.SolarNoon - day.Sunrise, day.Sunset - day.SolarNoon, TimeSpan.FromMinutes(3));
    });

    [Fact]
    public void The_next_day_is_like_the_day_before() => Ports.Sample((date, latitude, longitude) =>
        Events(SunTimes.On(date, latitude, longitude)).Zip(Events(SunTimes.On(date.AddDays(1), latitude, longitude)))
            .All(pair => Near(pair.Second - pair.First, TimeSpan.FromDays(1), TimeSpan.FromMinutes(5))));

    [Fact]
    public void A_degree_to_the_west_is_four_minutes_later() => Ports.Sample((date, latitude, longitude) =>
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
