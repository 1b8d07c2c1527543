using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Sun;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed partial class ScheduleTests
{
    private static readonly Port SanDiego = new("San Diego", 32.7157, -117.1611);
    private static readonly TimeZoneInfo Pacific = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");
    private static readonly Schedule BeforeSunset = new()
    {
        Anchor = DepartureRule.Sunset,
        OffsetMinutes = -90,
        DurationMinutes = 120,
    };

    [Fact]
    public void A_sunset_sail_departs_on_its_date_at_sunset_plus_offset_rounded_to_five_minutes()
    {
        for (var date = new DateOnly(2026, 1, 1); date.Year == 2026; date = date.AddDays(1))
        {
            var departure = BeforeSunset.DepartureOn(date, SanDiego, Pacific)!.Value;

            var exact = SunTimes.On(date, SanDiego.Latitude, SanDiego.Longitude, Pacific).Sunset!.Value.AddMinutes(-90);
            Assert.Equal(date, LocalTime.DateOf(departure, Pacific));
            Assert.Equal((0, 0), (departure.Minute % 5, departure.Second));
            Assert.InRange((departure - exact).Duration(), TimeSpan.Zero, TimeSpan.FromSeconds(150));
        }
    }

    [Fact]
    public void A_fixed_time_is_local_in_summer_and_winter()
    {
        Assert.Equal(new DateTimeOffset(2026, 7, 4, 23, 30, 0, TimeSpan.Zero),
            AtHalfPast(16).DepartureOn(new(2026, 7, 4), SanDiego, Pacific));
        Assert.Equal(new DateTimeOffset(2026, 12, 21, 0, 30, 0, TimeSpan.Zero),
            AtHalfPast(16).DepartureOn(new(2026, 12, 20), SanDiego, Pacific));
    }

    [Fact]
    public void A_fixed_time_that_the_clocks_skip_moves_to_the_next_valid_time() =>
        Assert.Equal(new DateTimeOffset(2026, 3, 8, 10, 0, 0, TimeSpan.Zero),
            AtHalfPast(2).DepartureOn(new(2026, 3, 8), SanDiego, Pacific));

    [Fact]
    public void A_fixed_time_that_occurs_twice_means_the_first() =>
        Assert.Equal(new DateTimeOffset(2026, 11, 1, 8, 30, 0, TimeSpan.Zero),
            AtHalfPast(1).DepartureOn(new(2026, 11, 1), SanDiego, Pacific));

    [Fact]
    public void There_is_no_departure_if_the_Sun_does_not_set() =>
        Assert.Null(
            BeforeSunset.DepartureOn(
                new(2026, 6, 21), new("Tromsø", 69.65, 18.96), TimeZoneInfo.FindSystemTimeZoneById("Europe/Oslo")));

    private static Schedule AtHalfPast(int hour) => new()
    {
        Anchor = DepartureRule.Fixed,
        Time = new(hour, 30),
        DurationMinutes = 120,
    };
}
