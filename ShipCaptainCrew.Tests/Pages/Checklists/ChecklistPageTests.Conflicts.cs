using System.Net.Http.Headers;
using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Checklists;

public sealed partial class ChecklistPageTests
{
    [Fact]
    public async Task A_stale_downgrade_is_refused_and_offers_both_states()
    {
        await using var day = await CharterFixture.Begin();
        await Tap(day, day.Cast.Kim, 0, "complete");

        var refused = await Tap(day, day.Cast.Sam, 0, "in_progress");

        Assert.Equal(409, (int)refused.StatusCode);
        var row = (await refused.Html()).GetElementById($"i{day.Item(0):N}")!;
        Assert.Equal("complete", row.GetAttribute("data-s"));
        Assert.Contains("Kim set Done", row.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Keep Done", "Set Started"],
            row.QuerySelectorAll(".clash button").Select(button => button.TextContent.Trim()));
    }

    [Fact]
    public async Task Without_JavaScript_a_stale_downgrade_is_shown_at_its_row_and_can_be_resolved()
    {
        await using var day = await CharterFixture.Begin();
        await Tap(day, day.Cast.Kim, 0, "complete");

        var refused = await day.Cast.Sam.Browser.PostForm(
            day.List, "/" + day.Item(0), ("state", "in_progress"), ("version", "1"));

        Assert.Equal(409, (int)refused.StatusCode);
        var page = await refused.Html();
        var row = page.QuerySelector(page.QuerySelector("#errs a")!.GetAttribute("href")!)!;
        Assert.Equal(["Keep Done", "Set Started"],
            row.QuerySelectorAll(".clash button").Select(button => button.TextContent.Trim()));
        var version = row.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        var answer = await day.Cast.Sam.Browser.PostForm(
            day.List, "/" + day.Item(0), ("state", "in_progress"), ("version", version));
        Assert.Equal(303, (int)answer.StatusCode);
    }

    [Fact]
    public async Task The_same_state_set_twice_is_accepted_and_credited_to_the_first()
    {
        await using var day = await CharterFixture.Begin();
        await Tap(day, day.Cast.Kim, 0, "complete");

        var second = await Tap(day, day.Cast.Sam, 0, "complete");

        Assert.Equal(200, (int)second.StatusCode);
        Assert.Contains("Done by Kim,", (await second.Html()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_refresh_is_304_for_the_same_viewer_only()
    {
        await using var day = await CharterFixture.Begin();
        var first = await Refresh(day.Cast.Kim, day.List, null);
        Assert.Equal("private, no-cache",
            first.Headers.CacheControl!.ToString()
                .Replace("no-cache, private", "private, no-cache", StringComparison.Ordinal));

        Assert.Equal(304, (int)(await Refresh(day.Cast.Kim, day.List, first.Headers.ETag)).StatusCode);
        Assert.Equal(200, (int)(await Refresh(day.Cast.Sam, day.List, first.Headers.ETag)).StatusCode);
        await Tap(day, day.Cast.Kim, 0, "complete");
        Assert.Equal(200, (int)(await Refresh(day.Cast.Kim, day.List, first.Headers.ETag)).StatusCode);
    }

    [Fact]
    public async Task Unassigned_crew_can_read_a_checklist_but_not_change_it()
    {
        await using var day = await CharterFixture.Begin();

        var page = await day.Cast.Alex.Browser.Page(day.List);

        Assert.Contains("Navigation lights", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".item button"));
        Assert.Equal(403, (int)(await Tap(day, day.Cast.Alex, 0, "complete")).StatusCode);
    }

    private static Task<HttpResponseMessage> Refresh(TestUser user, string address, EntityTagHeaderValue? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "HX-Request", "true" } } };
        if (tag is not null) request.Headers.IfNoneMatch.Add(tag);
        return user.Browser.SendAsync(request);
    }
}
