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
            ["Be aboard4:30PM", "Boarding5:00PM", "Departure5:30PM", "Return8:00PM", "Sunset8:00PM"],
            Texts(times.FindAll(".facts > div")).Select(text => text.Replace(" ", "", StringComparison.Ordinal)
                .Replace("Beaboard", "Be aboard", StringComparison.Ordinal)));
        Assert.Equal(("Late leaving by", "0"),
            (times.Attribute(".big", "data-late"), times.Attribute(".big", "data-grace")));
        Assert.Equal("Sunset in 2 h 51 min", times.Find(".clock > .timing").Words());
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

    [Theory]
    [InlineData("America/Los_Angeles", true)]
    [InlineData("America/Denver", false)]
    public void The_time_zone_is_shown_if_it_differs_from_the_operators(string home, bool isHidden)
    {
        var note = Times(Charter(CharterStatus.Scheduled), "12:00", home).Find("[data-clock-of]");

        Assert.Equal((isHidden, "San Diego time"), (note.HasAttribute("hidden"), note.Words()));
    }

    [Fact]
    public void A_vessel_without_lights_that_is_out_after_sunset_is_a_warning()
    {
        var charter = SanDiegoCharter.Charter(
            CharterStatus.Scheduled, SanDiegoCharter.PlannedDeparture, SanDiegoCharter.At("21:00"));

        Assert.Equal(["Aurora has no navigation lights and is out after sunset at 8:00 PM."],
            Texts(Times(charter, "12:00", lights: false).FindAll(".note.act")));
        Assert.Empty(Times(charter, "12:00").FindAll(".note"));
    }

    [Theory]
    [InlineData(78, 6, "The Sun does not set.")]
    [InlineData(-78, 6, "The Sun does not rise.")]
    public void Without_a_sunset_it_says_why(double latitude, double longitude, string text) => Assert.Contains(
        $"Sunset{text}", Texts(Times(Charter(CharterStatus.Scheduled), "12:00", port: new("Pole", latitude, longitude))
            .FindAll(".facts > div")));

    private static Charter Charter(CharterStatus status) =>
        SanDiegoCharter.Charter(status, SanDiegoCharter.PlannedDeparture, SanDiegoCharter.PlannedReturn);

    private IRenderedComponent<CharterTimes> Times(
        Charter charter, string now, string home = "America/Los_Angeles", bool lights = true, Port? port = null)
    {
        CharterView view = CharterViews.View(charter, SanDiegoCharter.Aurora(lights));
        return Show<CharterTimes>(times => times
            .Add(p => p.View, port is null ? view : view with { Port = port })
            .Add(p => p.Now, SanDiegoCharter.At(now))
            .Add(p => p.ClockPlace, "San Diego")
            .Add(p => p.HomeZone, home));
    }
}
