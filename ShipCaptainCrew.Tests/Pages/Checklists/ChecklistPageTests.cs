using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Checklists;

public sealed partial class ChecklistPageTests
{
    [Fact]
    public async Task An_unknown_item_is_not_found()
    {
        await using var day = await CharterFixture.Begin();
        var unknown = $"{day.List}/{Guid.CreateVersion7()}";

        Assert.Equal(404, (int)(await day.Cast.Kim.Browser.Tap(day.List, unknown, ("state", "complete"))).StatusCode);
        Assert.Equal(404,
            (int)(await day.Cast.Kim.Browser.PostForm(
                day.List, unknown[day.List.Length..], ("state", "complete"))).StatusCode);
    }

    [Fact]
    public async Task Without_JavaScript_a_post_redirects_to_the_row_of_the_item()
    {
        await using var day = await CharterFixture.Begin();

        var response =
            await day.Cast.Kim.Browser.PostForm(day.List, "/" + day.Item(0), ("state", "complete"), ("version", "1"));

        Assert.Equal(303, (int)response.StatusCode);
        Assert.EndsWith($"#i{day.Item(0):N}", response.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var row = (await day.Cast.Sam.Browser.Page(day.List)).GetElementById($"i{day.Item(0):N}")!;
        Assert.Equal("complete", row.GetAttribute("data-s"));
        Assert.Equal("true", row.QuerySelector("button[value=complete]")!.GetAttribute("aria-pressed"));
        Assert.StartsWith("Kim, ", row.QuerySelector(".meta")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_htmx_post_returns_the_row_the_progress_and_a_screen_reader_announcement()
    {
        await using var day = await CharterFixture.Begin();

        var answer = await (await Tap(day, day.Cast.Kim, 0, "in_progress")).Html();

        Assert.Equal("in_progress", answer.GetElementById($"i{day.Item(0):N}")!.GetAttribute("data-s"));
        Assert.Contains("1 started", answer.GetElementById("progress")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Navigation lights: Started. 0 of 3 done.", answer.GetElementById("announcement")!.TextContent);
    }

    [Fact]
    public async Task An_htmx_post_for_an_unknown_item_is_not_found()
    {
        await using var day = await CharterFixture.Begin();
        var answer =
            await day.Cast.Kim.Browser.Tap(day.List, $"{day.List}/{Guid.CreateVersion7()}", ("state", "complete"));
        Assert.Equal(404, (int)answer.StatusCode);
    }

    private static Task<HttpResponseMessage> Tap(CharterFixture day, TestUser user, int item, string state) =>
        user.Browser.Tap(day.List, $"{day.List}/{day.Item(item)}", ("state", state), ("version", "1"));
}
