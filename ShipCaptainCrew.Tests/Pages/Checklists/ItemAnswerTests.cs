using Bunit;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Pages.Checklists;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Checklists;

public sealed class ItemAnswerTests : FragmentTestBase
{
    [Fact]
    public void A_tap_returns_the_row_the_progress_and_a_screen_reader_announcement()
    {
        var answer = Answer(null);

        Assert.Equal("in_progress", answer.Attribute("li", "data-s"));
        Assert.Equal(("outerMorph", "0 of 2 done, 1 started"),
            (answer.Attribute("#progress", "hx-swap-oob"), answer.Find("#progress").Words()));
        answer.Find("#status").MarkupMatches(
            """<div id="status" hx-swap-oob="innerHTML">Bilge pump: Started. 0 of 2 done.</div>""");
    }

    [Fact]
    public void A_refused_tap_announces_no_new_state()
    {
        var answer = Answer(ItemState.Pending);

        Assert.Single(answer.FindAll("li.conflict [role=alert]"));
        Assert.Empty(answer.FindAll("#status"));
    }

    private IRenderedComponent<ItemAnswer> Answer(ItemState? clash)
    {
        var charter = UtcCharter.Scheduled();
        var list = UtcCharter.List(charter, Phase.PreDeparture, ("Bilge pump", true), ("Flags", true));
        list.Mark([new(list.Items[0].Id, ItemState.InProgress, null)], UtcCharter.ByKim(16));
        return Show<ItemAnswer>(answer => answer
            .Add(p => p.Marked, new(charter, list, list.Items[0], "Kim"))
            .Add(p => p.Action, "/queen/item")
            .Add(p => p.Clash, clash));
    }
}
