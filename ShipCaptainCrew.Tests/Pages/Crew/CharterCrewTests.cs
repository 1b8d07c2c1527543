using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Pages.Crew;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Crew;

public sealed class CharterCrewTests : FragmentTestBase
{
    [Fact]
    public void An_open_position_can_be_claimed_by_those_qualified_for_it()
    {
        var charter = UtcCharter.Scheduled();

        var crew = Crew(charter, Viewers.Alex);

        Assert.Equal(["Kim Captain", "Open: deckhand Claim deckhand"], Texts(crew.FindAll("li")));
        Assert.Equal(Viewers.PagesOf(charter).Claim(CrewRole.Deckhand), crew.Attribute("li a.btn", "href"));
        Assert.Equal("1 of 2", crew.Find(".head > .want").Words());
    }

    [Fact]
    public void An_open_position_cannot_be_claimed_without_the_qualification_or_twice()
    {
        Assert.Empty(Crew(UtcCharter.Scheduled(), Viewers.Olive).FindAll("li a"));
        Assert.Equal(["Open: deckhand"], Texts(Crew(Manned(2), Viewers.Sam).FindAll("li")).Skip(2));
    }

    [Fact]
    public void A_position_that_is_not_confirmed_says_so_and_can_be_given_up_by_its_holder()
    {
        var charter = Manned(1);

        var crew = Crew(charter, Viewers.Sam);

        Assert.Equal("Sam, you Deckhand, not confirmed", crew.FindAll("li")[1].Words());
        Assert.Equal(
            [Viewers.PagesOf(charter).Release(CrewRole.Deckhand)],
            crew.FindAll("p.acts a").Select(link => link.GetAttribute("href")));
        Assert.Equal("Sam Deckhand, not confirmed", Crew(charter, Viewers.Kim).FindAll("li")[1].Words());
    }

    [Fact]
    public void A_confirmed_position_can_only_be_given_up()
    {
        var charter = Manned(1);
        charter.Claim(CrewRole.Deckhand, UtcCharter.Sam, new(UtcCharter.Sam.Id, UtcCharter.At(10)));

        var crew = Crew(charter, Viewers.Sam);

        Assert.Equal("Sam, you Deckhand", crew.FindAll("li")[1].Words());
        Assert.Equal(["Give up your role"], Texts(crew.FindAll("a")));
    }

    [Fact]
    public void After_lines_off_nothing_can_change_and_missing_confirmations_are_not_shown()
    {
        var charter = Manned(1);
        charter.Board(UtcCharter.ByKim(17));
        charter.Depart(null, [], null, UtcCharter.ByKim(17, 30));

        Assert.Equal("Sam, you Deckhand", Crew(charter, Viewers.Sam).FindAll("li")[1].Words());
        Assert.Empty(Crew(charter, Viewers.Kim).FindAll("a, form"));
    }

    [Theory]
    [InlineData(CharterStatus.Cancelled)]
    [InlineData(CharterStatus.Underway)]
    [InlineData(CharterStatus.Returned)]
    [InlineData(CharterStatus.Closed)]
    public void An_open_position_of_a_charter_that_left_or_is_cancelled_is_not_shown_as_wanted(CharterStatus status)
    {
        var crew = Crew(UtcCharter.In(status), Viewers.Alex);

        Assert.Equal(["Kim Captain", "Not filled Deckhand"], Texts(crew.FindAll("li")));
        Assert.Empty(crew.FindAll(".want"));
    }

    [Fact]
    public void Only_captain_and_office_may_assign_others()
    {
        var charter = UtcCharter.Scheduled();

        foreach (var viewer in new[] { Viewers.Kim, Viewers.Dana })
            Assert.Equal(Viewers.PagesOf(charter).Crew, Crew(charter, viewer).Attribute("p.acts a", "href"));
        Assert.Empty(Crew(charter, Viewers.Alex).FindAll("p.acts a"));
    }

    private static Charter Manned(int deckhands)
    {
        var charter = UtcCharter.Scheduled(manning: new(1, 0, deckhands));
        charter.Claim(CrewRole.Deckhand, UtcCharter.Sam, UtcCharter.ByKim(9));
        return charter;
    }

    private IRenderedComponent<CharterCrew> Crew(Charter charter, Viewer viewer) => Show<CharterCrew>(crew =>
        crew.Add(p => p.View, CharterViews.View(charter)).Add(p => p.Viewer, viewer));
}
