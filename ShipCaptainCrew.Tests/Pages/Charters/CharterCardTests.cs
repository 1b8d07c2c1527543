using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Charters;

public sealed class CharterCardTests : FragmentTestBase
{
    [Fact]
    public void A_charter_with_an_open_position_offers_it_to_those_qualified()
    {
        var charter = UtcCharter.Scheduled(guests: 8);
        charter.Replan(charter.Plan with { MeetingPoint = "Pier 3" }, "UTC", null);

        var card = Card(charter, Viewers.Alex);

        Assert.Equal("Sunset sail, Aurora", card.Find("h2").Words());
        Assert.Equal("Open: deckhand Pier 3 · 8 guests", card.Find("h2 + p").Words());
        Assert.Equal(("Claim deckhand on Sunset sail, Aurora", Viewers.PagesOf(charter).Claim(CrewRole.Deckhand)),
            (card.Find("a.btn").Words(), card.Attribute("a.btn", "href")));
    }

    [Fact]
    public void With_several_open_roles_each_button_names_its_role()
    {
        var charter = UtcCharter.Scheduled(manning: new(1, 1, 1));
        var viewer = Viewers.Alex with { Qualifications = [CrewRole.FirstMate, CrewRole.Deckhand] };

        Assert.Equal(
            ["Claim first mate first mate on Sunset sail, Aurora", "Claim deckhand deckhand on Sunset sail, Aurora"],
            Texts(Card(charter, viewer).FindAll("a.btn")));
    }

    [Fact]
    public void A_member_of_the_crew_sees_the_role_the_checklists_and_the_waivers()
    {
        var card = Card(UtcCharter.Scheduled(), Viewers.Kim, new(1, 0, 1), new(Listed: 3, Signed: 2, Boarded: 0));

        Assert.Equal("You: captain 3 guests · 2/3 waivers", card.Find("h2 + p").Words());
        Assert.Contains("1 of 2 done", card.Words(), StringComparison.Ordinal);
        Assert.Empty(card.FindAll("a.btn"));
    }

    [Fact]
    public void Waivers_and_checklists_are_for_the_crew_of_the_charter_only() => Assert.Equal(
        "Open: deckhand 3 guests",
        Card(UtcCharter.Scheduled(), Viewers.Alex, new(1, 0, 1), new(3, 2, 0)).Find("h2 + p").Words());

    [Fact]
    public void A_position_that_the_office_assigned_has_a_button_to_confirm_it()
    {
        var charter = UtcCharter.Scheduled(manning: new(1, 0, 2));
        charter.Claim(CrewRole.Deckhand, UtcCharter.Sam, UtcCharter.ByKim(9));

        var card = Card(charter, Viewers.Sam);

        Assert.Equal(["Confirm deckhand on Sunset sail, Aurora"], Texts(card.FindAll("a.btn")));
    }

    [Fact]
    public void After_lines_off_there_is_nothing_to_confirm_any_more()
    {
        var charter = UtcCharter.Scheduled(manning: new(1, 0, 2));
        charter.Claim(CrewRole.Deckhand, UtcCharter.Sam, UtcCharter.ByKim(9));
        charter.Board(UtcCharter.ByKim(17));
        charter.Depart(null, [], null, UtcCharter.ByKim(17, 30));
        charter.MarkReturned(null, UtcCharter.ByKim(20));

        Assert.Empty(Card(charter, Viewers.Sam).FindAll("a.btn"));
    }

    [Fact]
    public void A_cancelled_charter_shows_the_reason_and_nothing_to_do()
    {
        var charter = UtcCharter.Scheduled();
        charter.Claim(CrewRole.Deckhand, UtcCharter.Sam, UtcCharter.ByKim(9));
        charter.Cancel("Gale <warning>", UtcCharter.ByKim(9));

        var card = Card(charter, Viewers.Sam, new(1, 0, 1));

        Assert.Equal("canceled", card.Find(".badge.alarm").Words());
        Assert.Equal("Gale <warning>", card.Find("h2 + p + p").Words());
        Assert.Empty(card.FindAll("a.btn, .bar"));
        Assert.Empty(Card(UtcCharter.In(CharterStatus.Cancelled), Viewers.Alex).FindAll(".badge.open"));
    }

    [Fact]
    public void The_countdown_is_shown_on_the_day_only()
    {
        Assert.Equal("Departs in 30 min", Card(UtcCharter.Scheduled(), Viewers.Kim, hour: 17).Find(".timing").Words());
        Assert.Empty(Card(UtcCharter.Scheduled(), Viewers.Kim, hour: -12).FindAll(".timing"));
    }

    private IRenderedComponent<CharterCard> Card(
        Charter charter, Viewer viewer, Progress? progress = null, GuestCount? guests = null, int hour = 12) =>
        Show<CharterCard>(card => card
            .Add(p => p.Line, CharterViews.Line(charter, progress, guests))
            .Add(p => p.Viewer, viewer)
            .Add(p => p.Now, UtcCharter.At(0).AddHours(hour)));
}
