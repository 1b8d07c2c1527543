using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
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
        var answer = Answer();

        Assert.Equal("in_progress", answer.Attribute("li", "data-s"));
        Assert.Equal(("outerMorph", "0 of 2 done, 1 started"),
            (answer.Attribute("#progress", "hx-swap-oob"), answer.Find("#progress").Words()));
        answer.Find("#announcement").MarkupMatches(
            """<div id="announcement" hx-swap-oob="innerHTML">Bilge pump: Started. 0 of 2 done.</div>""");
    }

    [Fact]
    public void A_refused_tap_announces_no_new_state()
    {
        var answer = Answer(ItemState.Pending);

        Assert.Single(answer.FindAll("li.conflict [role=alert]"));
        Assert.Empty(answer.FindAll("#announcement"));
    }

    [Fact]
    public void The_person_who_tapped_is_you_and_everyone_else_is_called_by_the_first_name()
    {
        Assert.StartsWith("Started You, ", Answer().Find(".meta").Words(), StringComparison.Ordinal);
        Assert.StartsWith("Started Kim, ", Answer(viewer: Viewers.Sam).Find(".meta").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_that_was_collapsed_stays_so_in_its_own_answer()
    {
        Assert.Equal("item was", Answer(was: true).Find("li").ClassName);
        Assert.Equal("item", Answer().Find("li").ClassName);
    }

    [Fact]
    public void The_foot_leads_to_the_next_item_and_after_the_last_one_back_to_the_charter()
    {
        var foot = Answer().Find("#under");
        Assert.Equal("outerMorph", foot.GetAttribute("hx-swap-oob"));
        Assert.Equal(["Charter", "Next to do ↓"], Texts(foot.QuerySelectorAll("a")));

        Assert.Equal(["All done. Back to charter"], Texts(Answer(isLast: true).FindAll("#under a")));
    }

    private static ItemChange Done(ChecklistItem item) => new(item.Id, ItemState.Complete, null);

    private IRenderedComponent<ItemAnswer> Answer(
        ItemState? clash = null, bool was = false, bool isLast = false, Viewer? viewer = null)
    {
        var charter = UtcCharter.Scheduled();
        var list = UtcCharter.List(charter, Phase.PreDeparture, ("Bilge pump", true), ("Flags", true));
        list.Mark([new(list.Items[0].Id, ItemState.InProgress, null)], UtcCharter.ByKim(16));
        if (isLast) list.Mark([.. list.Items.Select(Done)], UtcCharter.ByKim(17));
        return Show<ItemAnswer>(answer => answer
            .Add(p => p.Marked, new(charter, list, list.Items[0], "Kim Lee"))
            .Add(p => p.Viewer, viewer ?? Viewers.Kim)
            .Add(p => p.Was, was)
            .Add(p => p.Clash, clash));
    }
}
