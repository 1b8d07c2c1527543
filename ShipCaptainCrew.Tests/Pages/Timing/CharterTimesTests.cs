using Bunit;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Pages.Timing;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Timing;

/// <summary>The section "Timing" in San Diego, where the Sun sets at 20:00 on that day.</summary>
public sealed class CharterTimesTests : FragmentTestBase
{
    [Fact]
    public void Before_departure_it_shows_the_plan_and_speaks_the_countdown()
    {
        var times = Times(Charter(CharterStatus.Scheduled), "17:10");

        Assert.Equal("soon", times.Attribute(".clock", "data-level"));
        Assert.Equal(("20 min", "60 30 10"), (times.Find(".big").Words(), times.Attribute(".big", "data-speak")));
        Assert.Equal(
            ["4:30 PM Aboard", "5:30 PM Departs", "8:00 PM Back", "8:00 PM Sunset"],
            Texts(times.FindAll(".legs > li")));
        Assert.Equal(["4:30 PM Aboard"], Texts(times.FindAll(".legs > .past")));
        Assert.Equal(("Late leaving by", "0"),
            (times.Attribute(".big", "data-late"), times.Attribute(".big", "data-grace")));
        Assert.Equal("San Diego time. Sunset in 2 h 51 min", times.Find(".meta").Words());
        Assert.Single(times.FindAll(".flag"));
    }

    [Fact]
    public void Under_way_it_counts_to_the_return_and_from_lines_off()
    {
        var times = Times(Charter(CharterStatus.Underway), "18:30");

        Assert.Equal("Returns in 1 h 30 min", times.Find(".clock p").Words());
        Assert.Contains("Under way for 1 h 0 min", Texts(times.FindAll(".clock p")));
        Assert.False(times.Find(".big").HasAttribute("data-speak"));
        Assert.Empty(times.FindAll(".flag"));
    }

    [Theory]
    [InlineData(CharterStatus.Returned, "Back, not closed yet.")]
    [InlineData(CharterStatus.Closed, "Closed.")]
    [InlineData(CharterStatus.Cancelled, "Not sailing.")]
    public void After_the_return_there_is_a_sentence_instead_of_a_countdown(CharterStatus status, string text)
    {
        var times = Times(Charter(status), "21:00");

        Assert.Equal((text, "normal"), (times.Find(".clock p").Words(), times.Attribute(".clock", "data-level")));
        Assert.Empty(times.FindAll("[role=timer]"));
    }

    [Fact]
    public void A_charter_without_times_says_so() => Assert.Equal("No time set yet.",
        Times(SanDiegoCharter.Charter(CharterStatus.Scheduled, null, null), "12:00").Find(".clock p").Words());

    [Fact]
    public void Actual_times_replace_the_plan_which_is_named_below()
    {
        var charter = SanDiegoCharter.Charter(
            CharterStatus.Scheduled, SanDiegoCharter.PlannedDeparture, SanDiegoCharter.PlannedReturn);
        var kim = new ShipCaptainCrew.Domain.Actor(UtcCharter.Kim.Id, SanDiegoCharter.At("17:42"));
        charter.Board(kim);
        charter.Depart(null, [], null, kim);

        var times = Times(charter, "18:30");

        Assert.Equal(["4:30 PM Aboard", "5:42 PM Departs"], Texts(times.FindAll(".legs > .past")));
        Assert.EndsWith("Planned: 5:30 PM – 8:00 PM.", times.Find(".meta").Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(78, 6, "The Sun does not set.")]
    [InlineData(-78, 6, "The Sun does not rise.")]
    public void Without_a_sunset_it_says_why(double latitude, double longitude, string text) => Assert.Contains(
        text, Times(Charter(CharterStatus.Scheduled), "12:00", port: new("Pole", latitude, longitude)).Find(".meta")
            .Words(), StringComparison.Ordinal);

    private static Charter Charter(CharterStatus status) =>
        SanDiegoCharter.Charter(status, SanDiegoCharter.PlannedDeparture, SanDiegoCharter.PlannedReturn);

    private IRenderedComponent<CharterTimes> Times(
        Charter charter, string now, Port? port = null)
    {
        CharterView view = CharterViews.View(charter, SanDiegoCharter.Aurora());
        return Show<CharterTimes>(times => times
            .Add(p => p.View, port is null ? view : view with { Port = port })
            .Add(p => p.Now, SanDiegoCharter.At(now))
            .Add(p => p.ClockPlace, "San Diego"));
    }
}
