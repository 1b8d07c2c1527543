using Bunit;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Pages.Checklists;
using ShipCaptainCrew.Tests.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Checklists;

public sealed class ChecklistRowTests : FragmentTestBase
{
    private const string Address = "/queen/item";

    private readonly Checklist list = UtcCharter.List(
        UtcCharter.Scheduled(), Phase.PreDeparture, ("Bilge pump", true), ("Flags", false), ("<b>Anchor</b>", true));

    [Theory]
    [InlineData(ItemState.Pending, "pending", "To do")]
    [InlineData(ItemState.InProgress, "in_progress", "Started")]
    [InlineData(ItemState.Complete, "complete", "Done")]
    public void Only_the_button_of_the_present_state_is_pressed(ItemState state, string name, string label)
    {
        Mark(state, 16, 5);

        var row = Row();

        Assert.Equal(name, row.Attribute("li", "data-s"));
        Assert.Equal(["To do", "Started", "Done"], Texts(row.FindAll(".tri button")));
        Assert.Equal([label], Texts(row.FindAll("button[aria-pressed=true]")));
        Assert.Equal(2, row.FindAll("button[aria-pressed=false]").Count);
    }

    [Fact]
    public void The_form_posts_to_the_item_with_the_version_that_is_shown()
    {
        Mark(ItemState.Complete, 16, 5);

        var row = Row();

        var form = row.Find("form");
        Assert.Equal(("post", Address, Address),
            (form.GetAttribute("method"), form.GetAttribute("action"), form.GetAttribute("hx-post")));
        Assert.Equal("2", row.Attribute("input[name=version]", "value"));
        Assert.Equal(Token, row.Attribute("input[name=__RequestVerificationToken]", "value"));
        Assert.Equal("7", row.Attribute("li", "data-revision"));
    }

    [Fact]
    public void An_untouched_item_says_that_it_is_to_do() => Assert.Equal("To do", Row().Find(".meta").Words());

    [Fact]
    public void A_started_item_has_a_badge_and_who_started_it()
    {
        Mark(ItemState.InProgress, 16, 5);

        Assert.Equal("Started", Row().Find(".meta .badge.amber").Words());
        Assert.Equal("Started Kim, 4:05 PM", Row().Find(".meta").Words());
    }

    [Fact]
    public void The_fold_names_its_item_and_holds_the_other_states_and_the_link_to_report_a_problem()
    {
        var row = Row(fault: "/queen/fault");

        Assert.Equal("To do, more for Bilge pump", row.Find("details.fold > summary").TextContent);
        Assert.Equal(["To do", "Started"], Texts(row.FindAll(".fold ~ .rest button")));
        Assert.Equal("Done", row.Find(".fold ~ .do").Words());
        Assert.Single(row.FindAll(".fold ~ .more a.fault"));
    }

    [Fact]
    public void A_row_that_was_done_when_the_page_was_loaded_is_short_and_says_so_when_it_posts()
    {
        Mark(ItemState.Complete, 16, 5);

        var row = Row(was: true);

        Assert.Equal("item was", row.Find("li").ClassName);
        Assert.Equal("Kim, 4:05 PM", row.Find(".meta").Words());
        Assert.Equal("true", row.Attribute("input[name=was]", "value"));
        Mark(ItemState.Pending, 16, 10);
        Assert.Equal("Reopened by Kim, 4:10 PM", Row(was: true).Find(".meta").Words());
        Assert.Empty(Row().FindAll("input[name=was]"));
    }

    [Fact]
    public void A_changed_item_says_who_did_what_and_when_in_the_charters_time_zone()
    {
        Mark(ItemState.Complete, 16, 5);

        var row = Row(zone: SanDiegoCharter.Pacific);

        Assert.Equal("Done by Kim, 9:05 AM", row.Find(".meta").Words());
        Assert.Equal(row.Find(".meta").Id, row.Attribute("fieldset", "aria-describedby"));
    }

    [Fact]
    public void An_item_set_back_says_that_it_was_reopened()
    {
        Mark(ItemState.Complete, 16, 5);
        Mark(ItemState.Pending, 16, 10);

        Assert.Equal("Reopened by Kim, 4:10 PM", Row().Find(".meta").Words());
    }

    [Fact]
    public void An_item_that_is_not_required_says_so()
    {
        Assert.Equal("Bilge pump", Row(0).Find("legend").Words());
        Assert.Equal("Flags (optional)", Row(1).Find("legend").Words());
    }

    [Fact]
    public void A_conflict_names_both_states_and_offers_both()
    {
        Mark(ItemState.Complete, 16, 5);

        var row = Row(clash: ItemState.InProgress);

        Assert.True(row.Find("li").ClassList.Contains("conflict"));
        Assert.True(row.Find("li").HasAttribute("data-sync"));
        Assert.Equal("Kim set Done at 4:05 PM. You set Started. Choose again.", row.Find("[role=alert]").Words());
        Assert.Equal([("Keep Done", "complete"), ("Set Started", "in_progress")],
            row.FindAll(".clash button").Select(button => (button.Words(), button.GetAttribute("value")!)));
    }

    [Fact]
    public void Without_a_conflict_nothing_is_alarming()
    {
        Assert.Equal("item", Row().Find("li").ClassName);
        Assert.False(Row().Find("li").HasAttribute("data-sync"));
        Assert.Empty(Row().FindAll("[role=alert], .clash"));
    }

    [Fact]
    public void A_fault_can_be_reported_only_with_an_address_to_report_it_to()
    {
        var link = Row(fault: "/queen/fault").Find("a.fault");

        Assert.Equal(("/queen/fault", "Report a problem Bilge pump"), (link.GetAttribute("href"), link.Words()));
        Assert.Empty(Row().FindAll("a.fault"));
    }

    [Fact]
    public void Markup_in_the_text_of_an_item_is_shown_as_text()
    {
        var row = Row(2);

        Assert.Equal("<b>Anchor</b>", row.Find("legend").TextContent);
        Assert.Empty(row.FindAll("legend *"));
    }

    private void Mark(ItemState state, int hour, int minute) =>
        list.Mark([new(list.Items[0].Id, state, null)], UtcCharter.ByKim(hour, minute));

    private IRenderedComponent<ChecklistRow> Row(
        int item = 0, ItemState? clash = null, string? fault = null, TimeZoneInfo? zone = null, bool was = false) =>
        Show<ChecklistRow>(row => row
            .Add(p => p.Item, list.Items[item])
            .Add(p => p.Action, Address)
            .Add(p => p.By, "Kim")
            .Add(p => p.ShortBy, "Kim")
            .Add(p => p.Was, was)
            .Add(p => p.Zone, zone ?? TimeZoneInfo.Utc)
            .Add(p => p.Revision, 7)
            .Add(p => p.Fault, fault)
            .Add(p => p.Clash, clash));
}
