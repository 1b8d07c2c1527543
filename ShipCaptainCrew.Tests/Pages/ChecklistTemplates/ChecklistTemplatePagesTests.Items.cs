using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.ChecklistTemplates;

public sealed partial class ChecklistTemplatePagesTests
{
    [Theory]
    [InlineData("up 2", "Bilge,Fuel!,Lights,")]
    [InlineData("up 0", "Bilge,Lights,Fuel!,")]
    [InlineData("down 0", "Lights,Bilge,Fuel!,")]
    [InlineData("down 2", "Bilge,Lights,Fuel!,")]
    [InlineData("delete 1", "Bilge,Fuel!,")]
    [InlineData("more", "Bilge,Lights,Fuel!,")]
    [InlineData("up 77", "Bilge,Lights,Fuel!,")]
    [InlineData("sideways", "Bilge,Lights,Fuel!,")]
    public async Task Items_are_moved_and_deleted_on_the_page_and_stored_only_when_saved(string move, string rows)
    {
        var address = await NewTemplate();

        var answer =
            await Post(address, "Typed name", [("Bilge", false), ("Lights", false), ("Fuel", true)], ("move", move));
        var page = await answer.Html();

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(rows.Split(','), Rows(page));
        Assert.Equal("Typed name", page.QuerySelector("#name")?.GetAttribute("value"));
        Assert.Equal(["One", ""], Rows(await Queen.Dana.Browser.Page(address)));
    }

    [Fact]
    public async Task A_row_keeps_its_id_when_moved_and_a_new_row_never_reuses_one()
    {
        var address = await NewTemplate();

        var moved =
            await (await Post(
                address, "List", [("Bilge", false), ("Lights", false), ("Fuel", true)], ("move", "up 2"))).Html();
        var deleted =
            await (await Post(
                address, "List", [("Bilge", false), ("Lights", false), ("Fuel", true)], ("move", "delete 2"))).Html();

        Assert.Equal(["items-0", "items-2", "items-1", "items-3"], Ids(moved));
        Assert.Equal(["items-0", "items-1", "items-3"], Ids(deleted));
        Assert.NotNull(moved.QuerySelector("#items-0-up[aria-disabled=true]"));
        Assert.NotNull(moved.QuerySelector("#items-1-down[aria-disabled=true]"));
    }

    [Fact]
    public async Task The_error_for_a_too_long_item_is_at_its_row_and_the_input_is_kept()
    {
        var answer = await Post($"{List}/new", "", [("Bilge", true), ("", false), (new string('x', 141), false)]);
        var page = await answer.Html();

        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Equal(
            ["#name", "#items-1-text"], page.QuerySelectorAll(".errors a").Select(link => link.GetAttribute("href")));
        Assert.Equal("true", page.QuerySelector("#items-1-text")?.GetAttribute("aria-invalid"));
        Assert.Equal("Bilge!", Rows(page)[0]);
        Assert.Equal(3, page.QuerySelectorAll("textarea").Count(row => row.TextContent.Length == 0));
    }

    private static IEnumerable<string?> Ids(IDocument page) =>
        page.QuerySelectorAll("ol.lines > li").Select(row => row.Id);
}
