using Bunit;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Pages.Timing;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Timing;

public sealed class SeasonTableTests : FragmentTestBase
{
    private static readonly Schedule Tour = new()
    {
        Anchor = DepartureRule.Fixed, Time = new(23, 0), DurationMinutes = 150,
    };

    [Fact]
    public void A_charter_type_adds_its_times_with_the_weekday_of_another_date()
    {
        var table = Table(new(2026, 7, 1), Tour, SanDiegoCharter.SanDiego);

        Assert.Equal(
            ["Date", "Sunset", "Departure", "Return", "Be aboard", "Boarding", "Sunrise", "Dusk"],
            Texts(table.FindAll("thead th")));
        Assert.Equal(31, table.FindAll("tbody tr").Count);
        Assert.Equal(["8:00 PM", "11:00 PM", "Sun 1:30 AM", "10:00 PM", "10:30 PM"],
            Texts(table.FindAll("tbody tr:nth-child(4) td")).Take(5));
    }

    [Fact]
    public void Without_a_charter_type_only_the_Sun_is_shown() => Assert.Equal(
        ["Date", "Sunset", "Sunrise", "Dusk"],
        Texts(Table(new(2026, 7, 1), null, SanDiegoCharter.SanDiego).FindAll("thead th")));

    [Fact]
    public void Today_is_marked()
    {
        var row = Assert.Single(Table(new(2026, 7, 1), null, SanDiegoCharter.SanDiego).FindAll("tr.now"));

        Assert.Equal(("date", "Sat 4 Today"), (row.GetAttribute("aria-current"), row.QuerySelector("th")!.Words()));
    }

    [Theory]
    [InlineData(3, "Sun 8 Clocks forward")]
    [InlineData(11, "Sun 1 Clocks back")]
    public void A_date_on_which_the_clocks_change_says_so(int month, string text) =>
        Assert.Contains(text, Texts(Table(new(2026, month, 1), null, SanDiegoCharter.SanDiego).FindAll("tbody th")));

    [Theory]
    [InlineData(6, "Does not set")]
    [InlineData(12, "Does not rise")]
    public void In_the_far_north_the_Sun_may_stay_up_or_down(int month, string text)
    {
        var sunset = Tour with { Anchor = DepartureRule.Sunset };

        var cells = Texts(Table(new(2026, month, 1), sunset, new("Tromsø", 69.65, 18.96)).FindAll("td")).ToList();

        Assert.Equal([text, "Needs a fixed time", "–"], cells.Take(3));
    }

    private IRenderedComponent<SeasonTable> Table(DateOnly month, Schedule? schedule, Port port) =>
        Show<SeasonTable>(table => table
            .Add(p => p.Month, month)
            .Add(p => p.Days, SeasonDay.In(month, schedule, port, SanDiegoCharter.Pacific))
            .Add(p => p.Place, "Aurora")
            .Add(p => p.Zone, SanDiegoCharter.Pacific)
            .Add(p => p.ClockPlace, "San Diego")
            .Add(p => p.Today, new(2026, 7, 4))
            .Add(p => p.HasTimes, schedule is not null));
}
