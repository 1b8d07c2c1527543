using Bunit;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Pages.Checklists;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Checklists;

public sealed class ChecklistBodyTests : FragmentTestBase
{
    private Checklist list = null!;

    [Fact]
    public void The_crew_of_the_charter_gets_buttons_and_a_link_to_report_a_fault_at_every_item()
    {
        var charter = UtcCharter.Scheduled();

        var body = Body(charter, Viewers.Kim);

        var pages = Viewers.PagesOf(charter);
        Assert.Equal(list.Items.Select(item => pages.Item(list.Id, item.Id)),
            body.FindAll("form").Select(form => form.GetAttribute("action")));
        Assert.Equal(list.Items.Select(item => pages.NewDefect(item.Id)),
            body.FindAll("a.fault").Select(link => link.GetAttribute("href")));
        Assert.Empty(body.FindAll(".note"));
        Assert.Equal("0 of 2 done", body.Find("#progress").Words());
    }

    [Fact]
    public void Crew_without_a_position_read_it_and_are_told_why_they_cannot_change_it()
    {
        var body = Body(UtcCharter.Scheduled(), Viewers.Alex, done: 0);

        Assert.Equal("Only the crew of this charter can use its checklists.", body.Find(".note").Words());
        Assert.Empty(body.FindAll("button, form, a.fault"));
        Assert.Equal(["Bilge pump Kim, 4:00 PM", "Flags To do"], Texts(body.FindAll("li.item")));
        Assert.Equal("complete", body.Attribute("li.item", "data-s"));
    }

    [Theory]
    [InlineData(CharterStatus.Closed, "closed")]
    [InlineData(CharterStatus.Cancelled, "canceled")]
    public void The_lists_of_a_charter_that_is_over_are_history(CharterStatus status, string label)
    {
        var body = Body(UtcCharter.In(status), Viewers.Olive);

        Assert.Equal($"This charter is {label}; its checklists can no longer be changed.", body.Find(".note").Words());
        Assert.Empty(body.FindAll("button"));
    }

    [Fact]
    public void Done_items_can_be_hidden_and_a_refresh_keeps_them_hidden()
    {
        var charter = UtcCharter.Scheduled();
        var shown = Body(charter, Viewers.Kim);
        var address = Viewers.PagesOf(charter).Checklist(list.Id);
        Assert.Equal(("Hide done", $"{address}?hide=done", $"{address}?seen="),
            (shown.Find(".head a").Words(), shown.Attribute(".head a", "href"),
                shown.Attribute("#checklist", "hx-get")));
        Assert.Equal("items checks", shown.Find("#items").ClassName);

        var hidden = Body(charter, Viewers.Kim, hideDone: true);

        address = Viewers.PagesOf(charter).Checklist(list.Id);
        Assert.Equal(("Show done", address, $"{address}?hide=done&seen="),
            (hidden.Find(".head a").Words(), hidden.Attribute(".head a", "href"),
                hidden.Attribute("#checklist", "hx-get")));
        Assert.Equal("items checks hide-done", hidden.Find("#items").ClassName);
    }

    [Fact]
    public void A_conflict_is_shown_at_its_item_only()
    {
        var body = Body(UtcCharter.Scheduled(), Viewers.Kim, done: 1, clash: ItemState.Pending);

        Assert.Equal($"i{list.Items[1].Id:N}", Assert.Single(body.FindAll("li.conflict")).Id);
    }

    [Fact]
    public void Rows_that_were_done_at_page_load_are_collapsed_and_a_refresh_collapses_the_same_ones()
    {
        var charter = UtcCharter.Scheduled();
        var loaded = Body(charter, Viewers.Kim, done: 1);
        Assert.Equal(["item", "item was"], loaded.FindAll("li.item").Select(row => row.ClassName));
        Assert.EndsWith("?seen=1", loaded.Attribute("#checklist", "hx-get")!, StringComparison.Ordinal);

        var refreshed = Body(charter, Viewers.Kim, done: 0, seen: "1");

        Assert.Equal(["item", "item was"], refreshed.FindAll("li.item").Select(row => row.ClassName));
        Assert.EndsWith("?seen=1", refreshed.Attribute("#checklist", "hx-get")!, StringComparison.Ordinal);
    }

    [Fact]
    public void People_who_share_a_first_name_are_shown_with_the_whole_one()
    {
        var charter = UtcCharter.Scheduled();
        var view = CharterViews.View(charter);
        var (lee, sole) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        view = view with
        {
            Names = new Dictionary<Guid, string> { [lee] = "Kim Lee", [default] = "Kim Fox", [sole] = "Sam Roe" },
        };

        Assert.Equal(("Kim Lee", "Sam", ""), (view.ShortNameOf(lee), view.ShortNameOf(sole), view.ShortNameOf(null)));
    }

    private IRenderedComponent<ChecklistBody> Body(
        Charter charter, Viewer viewer, int? done = null, bool hideDone = false, ItemState? clash = null,
        string? seen = null)
    {
        list = UtcCharter.List(charter, Phase.PreDeparture, ("Bilge pump", true), ("Flags", true));
        if (done is { } i) list.Mark([new(list.Items[i].Id, ItemState.Complete, null)], UtcCharter.ByKim(16));
        return Show<ChecklistBody>(body => body
            .Add(p => p.View, CharterViews.View(charter).With(list))
            .Add(p => p.List, list)
            .Add(p => p.Viewer, viewer)
            .Add(p => p.Collapsed, seen is null ? CollapsedRows.Of(list) : CollapsedRows.Parse(seen))
            .Add(p => p.HideDone, hideDone)
            .Add(p => p.Clash, clash is { } requested ? new Clash(list.Items[done!.Value].Id, requested) : null));
    }
}
