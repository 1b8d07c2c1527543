using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Checklists;

public sealed partial class ChecklistPageTests
{
    [Fact]
    public async Task Done_rows_are_collapsed_by_a_page_load_only_and_stay_so_when_reopened()
    {
        await using var day = await CharterFixture.Begin();
        await Tap(day, day.Cast.Kim, 0, "complete");
        var page = await day.Cast.Kim.Browser.Page(day.List);
        Assert.Equal([day.Item(0)], Collapsed(page));
        var refresh = page.GetElementById("checklist")!.GetAttribute("hx-get")!;
        await Tap(day, day.Cast.Sam, 1, "complete");
        await day.Cast.Sam.Browser.Tap(
            day.List, $"{day.List}/{day.Item(0)}", ("state", "pending"), ("version", "2"));

        var refreshed = await (await Refresh(day.Cast.Kim, refresh, null)).Html();

        Assert.Equal([day.Item(0)], Collapsed(refreshed));
        Assert.Equal([day.Item(1)], Collapsed(await day.Cast.Kim.Browser.Page(day.List)));
    }

    [Fact]
    public async Task The_answer_to_a_collapsed_row_is_collapsed()
    {
        await using var day = await CharterFixture.Begin();
        await Tap(day, day.Cast.Kim, 0, "complete");

        var answer = await (await day.Cast.Kim.Browser.Tap(
            day.List, $"{day.List}/{day.Item(0)}", ("state", "pending"), ("version", "2"), ("was", "true"))).Html();

        Assert.Equal([day.Item(0)], Collapsed(answer));
        Assert.StartsWith("Reopened by you,", answer.QuerySelector(".meta")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("was", "no such value")]
    [InlineData("was", "")]
    public async Task A_damaged_mark_of_a_collapsed_row_does_no_harm(string field, string value)
    {
        await using var day = await CharterFixture.Begin();

        var answer = await day.Cast.Kim.Browser.Tap(
            day.List, $"{day.List}/{day.Item(0)}", ("state", "complete"), ("version", "1"), (field, value));

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Empty(Collapsed(await answer.Html()));
    }

    [Fact]
    public async Task The_header_leads_back_to_the_charter_and_changes_to_the_theme_for_glare()
    {
        await using var day = await CharterFixture.Begin();
        var address = $"{day.List}?hide=done";
        var page = await day.Cast.Kim.Browser.Page(address);
        Assert.Equal("deck", page.Body!.ClassName);
        Assert.Empty(page.QuerySelectorAll("header nav"));
        Assert.EndsWith($"/charters/{day.CharterId}", page.QuerySelector("header .back")!.GetAttribute("href")!,
            StringComparison.Ordinal);

        var me = page.QuerySelector("header form")!.GetAttribute("action")!;
        var answer = await day.Cast.Kim.Browser.PostForm(me, ("theme", "bright"),
            ("back", page.QuerySelector("header [name=back]")!.GetAttribute("value")!));

        Assert.Equal((303, address), ((int)answer.StatusCode, answer.Headers.Location!.OriginalString));
        var bright = await day.Cast.Kim.Browser.Page(address);
        Assert.Equal("bright", bright.DocumentElement.GetAttribute("data-theme"));
        Assert.Equal("true", bright.QuerySelector("header [name=theme]")!.GetAttribute("aria-pressed"));
    }

    private static IEnumerable<Guid> Collapsed(IParentNode page) =>
        page.QuerySelectorAll("li.was").Select(row => Guid.Parse(row.Id![1..]));
}
