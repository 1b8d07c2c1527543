using Bunit;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Pages.Guests;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed class GuestAnswerTests : FragmentTestBase
{
    [Fact]
    public void A_tap_returns_the_row_the_bar_the_filters_and_a_screen_reader_announcement()
    {
        var answer = Answer(null);

        Assert.Equal("arrived", answer.Attribute("li", "data-s"));
        Assert.Equal("outerMorph", answer.Attribute("#aboard", "hx-swap-oob"));
        Assert.Equal("outerMorph", answer.Attribute("#chips", "hx-swap-oob"));
        answer.Find("#announcement").MarkupMatches(
            """<div id="announcement" hx-swap-oob="innerHTML">Mia Cole: Arrived. 1 of 2 aboard.</div>""");
    }

    [Fact]
    public void A_refused_tap_announces_no_new_state()
    {
        var answer = Answer(Refusal.Conflict("over", "This charter is over."));

        Assert.Single(answer.FindAll("li.conflict [role=alert]"));
        Assert.Empty(answer.FindAll("#announcement"));
    }

    private IRenderedComponent<GuestAnswer> Answer(Refusal? refusal)
    {
        var mia = TestGuests.Guest("Mia Cole", GuestStatus.Arrived);
        return Show<GuestAnswer>(answer => answer
            .Add(p => p.Charter, UtcCharter.Scheduled())
            .Add(p => p.Manifest, TestGuests.Manifest(TestGuests.Guest("Ben Cole", GuestStatus.Boarded), mia))
            .Add(p => p.Guest, mia)
            .Add(p => p.Viewer, Viewers.Kim)
            .Add(p => p.Filter, GuestFilters.None)
            .Add(p => p.Refusal, refusal));
    }
}
