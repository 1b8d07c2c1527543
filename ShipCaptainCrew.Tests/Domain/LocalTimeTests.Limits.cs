using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Tests.Domain;

/// <summary>The first and last accepted days, and notes about clock changes.</summary>
public sealed partial class LocalTimeTests
{
    [Theory]
    [InlineData("2000-01-01T00:00", true)]
    [InlineData("1999-12-31T23:59", false)]
    [InlineData("2099-12-31T23:59", true)]
    [InlineData("2100-01-01T00:00", false)]
    [InlineData("2000-01-01T08:00Z", true)]
    [InlineData("2000-01-01T07:59Z", false)]
    [InlineData("2100-01-01T07:59Z", true)]
    [InlineData("2100-01-01T08:00Z", false)]
    public void A_day_is_in_range_by_its_local_date(string text, bool isAccepted)
    {
        var (instant, refusal) = LocalTime.Read(text, SanDiego, null);

        Assert.Equal(isAccepted, instant is not null);
        Assert.Equal(isAccepted ? null : "Enter a day between the years 2000 and 2099.", refusal?.Text);
    }

    [Theory]
    [InlineData("17:30:15", "2026-07-05T00:30:15Z")]
    [InlineData("00:00", "2026-07-04T07:00:00Z")]
    public void A_time_of_day_is_on_the_given_day(string text, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, null), LocalTime.Read(text, SanDiego, new(2026, 7, 4)).Instant);

    [Fact]
    public void A_repeated_time_is_refused_with_its_first_offset_as_an_example()
    {
        Assert.Equal(
            "The clocks go back then: 1:30 AM happens twice on that day. "
                + "Add the offset you mean, like 2026-11-01T01:30-07:00.",
            $"{LocalTime.Resolve(new(2026, 11, 1, 1, 30, 0), SanDiego).Refusal}");
        Assert.Equal(
            "The clocks go back then: 1:30 AM happens twice on that day. "
                + "Add the offset you mean, like 2026-10-25T01:30+01:00.",
            $"{LocalTime.Resolve(new(2026, 10, 25, 1, 30, 0), Zone("Europe/London")).Refusal}");
        Assert.Contains(
            "like 2026-10-25T00:30+00:00.",
            $"{LocalTime.Resolve(new(2026, 10, 25, 0, 30, 0), Zone("Atlantic/Azores")).Refusal}",
            StringComparison.Ordinal);
        Assert.Equal(
            "The clocks go forward then: 2:30 AM does not exist on that day. Choose another time.",
            $"{LocalTime.Resolve(new(2026, 3, 8, 2, 30, 0), SanDiego).Refusal}");
    }

    [Fact]
    public void Only_a_time_that_a_clock_change_moves_or_repeats_gets_a_note()
    {
        Assert.Equal("The clocks go forward then: 2:30 AM does not exist and becomes 3:00 AM.",
            $"{LocalTime.ClockChangeNote(new(2026, 3, 8, 2, 30, 0), SanDiego)}");
        Assert.Equal("The clocks go back then: 1:30 AM happens twice, and the first one is used.",
            $"{LocalTime.ClockChangeNote(new(2026, 11, 1, 1, 30, 0), SanDiego)}");
        Assert.Null(LocalTime.ClockChangeNote(new(2026, 11, 1, 2, 30, 0), SanDiego));
    }

    private static TimeZoneInfo Zone(string name) => TimeZoneInfo.FindSystemTimeZoneById(name);
}
