using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class CharterBodyTests : FragmentTestBase
{
    private static readonly Guid Other = Guid.CreateVersion7();

    [Fact]
    public void A_draft_can_be_published_edited_or_removed()
    {
        var charter = UtcCharter.Draft();

        var body = Body(charter, Viewers.Dana);

        var (turn, pages) = (body.Find(".turn"), Viewers.PagesOf(charter));
        Assert.Equal(pages.Publish, turn.QuerySelector("form")!.GetAttribute("action"));
        Assert.Equal(["Publish", "Edit", "Remove draft"], Texts(turn.QuerySelectorAll("button, a")));
        Assert.Equal([pages.Edit, pages.Remove],
            turn.QuerySelectorAll("a").Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public void Status_guests_and_the_viewers_role_stand_below_the_name()
    {
        Assert.Equal(["boarding", "You are captain", "8 guests"],
            Texts(Body(UtcCharter.Scheduled(guests: 8), Viewers.Kim, hour: 17).FindAll(".tags > span")));
        Assert.Empty(
            Texts(Body(UtcCharter.Scheduled(), Viewers.Alex, hour: 16).FindAll(".tags > span")));
    }

    [Fact]
    public void A_cancelled_charter_shows_the_reason()
    {
        var charter = UtcCharter.Scheduled();
        charter.Cancel("<b>Gale</b>", UtcCharter.ByKim(9));

        Assert.Equal("Canceled. <b>Gale</b>", Body(charter, Viewers.Sam).Find(".note.alarm").Words());
    }

    [Fact]
    public void Warnings_are_shown_above_the_crew() => Assert.Equal(["Too many guests."],
        Texts(Body(UtcCharter.Scheduled(), Viewers.Sam, warnings: new Warning("over_capacity", "Too many guests."))
            .FindAll("#charter > .note.act")));

    [Fact]
    public void A_vessel_without_lights_that_is_out_after_sunset_is_a_warning()
    {
        var charter = SanDiegoCharter.Charter(
            CharterStatus.Scheduled, SanDiegoCharter.PlannedDeparture, SanDiegoCharter.At("21:00"));

        Assert.Equal(["Aurora has no navigation lights and is out after sunset at 8:00 PM."],
            Texts(Body(charter, Viewers.Sam, vessel: SanDiegoCharter.Aurora(lights: false)).FindAll(".note.act")));
        Assert.Empty(Body(charter, Viewers.Sam, vessel: SanDiegoCharter.Aurora()).FindAll(".note"));
    }

    [Fact]
    public void The_day_is_named_in_words_and_with_its_year_only_in_another_year()
    {
        Assert.Equal("Today", Body(UtcCharter.Scheduled(), Viewers.Sam).Find(".kicker").Words());
        Assert.Equal("Tomorrow", Body(UtcCharter.Scheduled(), Viewers.Sam, hour: -12).Find(".kicker").Words());
        Assert.Equal("Sat, Jul 4", Body(UtcCharter.Scheduled(), Viewers.Sam, hour: -48).Find(".kicker").Words());
        Assert.Equal(
            "Sat, Jul 4, 2026", Body(UtcCharter.Scheduled(), Viewers.Sam, hour: 24 * 300).Find(".kicker").Words());
    }

    [Fact]
    public void A_charter_of_a_series_links_to_its_neighbors()
    {
        var series = new SeriesNeighbors(new(Other, new(2026, 6, 27)), new(Other, new(2026, 7, 11)));

        var links = Body(UtcCharter.Scheduled(), Viewers.Sam, series: series).Find("#charter > p.acts:not(.no-print)");

        Assert.Equal(
            "One of a weekly series Previous date: ‹ Sat, Jun 27 Next date: Sat, Jul 11 ›", links.Words());
        Assert.Equal($"/queen/charters/{Other}", links.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void The_first_of_a_series_has_no_earlier_date() => Assert.Equal(
        ["Next date: Sat, Jul 11 ›"],
        Texts(Body(UtcCharter.Scheduled(), Viewers.Sam, series: new(null, new(Other, new(2026, 7, 11))))
            .FindAll($"a[href='/queen/charters/{Other}']")));

    [Theory]
    [InlineData(CharterStatus.Draft, "Duplicate", "Repeat weekly", "Log")]
    [InlineData(CharterStatus.Scheduled, "Edit charter", "Cancel charter", "Duplicate", "Repeat weekly", "Log")]
    [InlineData(CharterStatus.Underway, "Edit charter", "Duplicate", "Repeat weekly", "Log")]
    [InlineData(CharterStatus.Closed, "Duplicate", "Repeat weekly", "Log")]
    [InlineData(CharterStatus.Cancelled, "Reinstate charter", "Duplicate", "Log")]
    public void The_office_gets_the_actions_that_its_status_allows(CharterStatus status, params string[] actions) =>
        Assert.Equal(actions, Texts(Body(UtcCharter.In(status), Viewers.Dana).FindAll("#charter > .no-print a")));

    [Fact]
    public void The_captain_may_cancel_it_and_read_its_log_and_others_get_no_actions()
    {
        Assert.Equal(["Cancel charter", "Log"],
            Texts(Body(UtcCharter.Scheduled(), Viewers.Kim).FindAll("#charter > .no-print a")));
        Assert.Empty(Body(UtcCharter.Scheduled(), Viewers.Alex).FindAll("#charter > .no-print a"));
    }

    private IRenderedComponent<CharterBody> Body(
        Charter charter, Viewer viewer, int hour = 12, SeriesNeighbors? series = null, Vessel? vessel = null,
        params Warning[] warnings) =>
        Show<CharterBody>(body => body
            .Add(p => p.View, CharterViews.View(charter, vessel))
            .Add(p => p.Warnings, warnings)
            .Add(p => p.Series, series)
            .Add(p => p.Viewer, viewer)
            .Add(p => p.Now, UtcCharter.At(0).AddHours(hour)));
}
