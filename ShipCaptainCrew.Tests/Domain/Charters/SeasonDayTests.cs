using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Sun;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed class SeasonDayTests
{
    private static readonly Schedule BeforeSunset = new()
    {
        Anchor = DepartureRule.Sunset,
        OffsetMinutes = -90,
        DurationMinutes = 120,
    };

    [Fact]
    public void A_month_lists_each_date_with_the_times_of_a_charter()
    {
        var days = SeasonDay.In(new(2026, 7, 1), BeforeSunset, SanDiego, Pacific).ToList();

        Assert.Equal(31, days.Count);
        var fourth = days[3];
        Assert.Equal((At("18:30"), At("17:30"), At("18:00"), At("20:30")),
            (fourth.Departure, fourth.CallTime, fourth.Boarding, fourth.Return));
        Assert.Equal("20:00", $"{LocalTime.At(fourth.Sun.Sunset!.Value, Pacific):HH:mm}");
    }

    [Theory]
    [InlineData("America/Los_Angeles", 3, 8, 60)]
    [InlineData("America/Los_Angeles", 11, 1, -60)]
    [InlineData("Australia/Lord_Howe", 10, 4, 30)]
    [InlineData("America/Havana", 3, 8, 60)]
    public void Only_the_date_of_a_clock_change_is_marked(string zone, int month, int day, int minutes)
    {
        var changes = SeasonDay.In(new(2026, month, 1), null, SanDiego, TimeZoneInfo.FindSystemTimeZoneById(zone))
            .Where(date => date.ClockChange != TimeSpan.Zero).ToList();

        Assert.Equal(
            [(day, minutes)], changes.Select(change => (change.Date.Day, (int)change.ClockChange.TotalMinutes)));
    }

    [Fact]
    public void On_a_polar_day_there_is_no_departure_by_sunset()
    {
        var days =
            SeasonDay.In(new(2026, 6, 1), BeforeSunset, new Port("Longyearbyen", 78.22, 15.65),
                TimeZoneInfo.FindSystemTimeZoneById("Arctic/Longyearbyen"))
            .ToList();

        Assert.All(days, day => Assert.Equal((Polar.Day, null, null), (day.Sun.Polar, day.Departure, day.Return)));
    }
}
