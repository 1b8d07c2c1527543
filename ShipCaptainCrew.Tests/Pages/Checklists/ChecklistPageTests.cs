using System.Net.Http.Headers;
using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Checklists;

public sealed class ChecklistPageTests
{
    [Fact]
    public async Task An_item_of_no_list_is_nothing_here()
    {
        await using var day = await CharterFixture.Begin();
        var nowhere = $"{day.List}/{Guid.CreateVersion7()}";

        Assert.Equal(404, (int)(await day.Cast.Kim.Browser.Tap(day.List, nowhere, ("state", "complete"))).StatusCode);
        Assert.Equal(404,
            (int)(await day.Cast.Kim.Browser.PostForm(
                day.List, nowhere[day.List.Length..], ("state", "complete"))).StatusCode);
    }

    [Fact]
    public async Task A_tap_without_javascript_goes_back_to_its_row()
    {
        await using var day = await CharterFixture.Begin();

        var tapped =
            await day.Cast.Kim.Browser.PostForm(day.List, "/" + day.Item(0), ("state", "complete"), ("version", "1"));

        Assert.Equal(303, (int)tapped.StatusCode);
        Assert.EndsWith($"#i{day.Item(0):N}", tapped.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var row = (await day.Cast.Sam.Browser.Page(day.List)).GetElementById($"i{day.Item(0):N}")!;
        Assert.Equal("complete", row.GetAttribute("data-s"));
        Assert.Equal("true", row.QuerySelector("button[value=complete]")!.GetAttribute("aria-pressed"));
        Assert.Contains("Done by Kim", row.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tap_by_htmx_brings_the_row_the_progress_and_a_word_for_the_ears()
    {
        await using var day = await CharterFixture.Begin();

        var answer = await (await Tap(day, day.Cast.Kim, 0, "in_progress")).Html();

        Assert.Equal("in_progress", answer.GetElementById($"i{day.Item(0):N}")!.GetAttribute("data-s"));
        Assert.Contains("1 started", answer.GetElementById("progress")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Navigation lights: Started. 0 of 3 done.", answer.GetElementById("status")!.TextContent);
    }

    [Fact]
    public async Task A_stale_step_back_is_shown_with_both_choices_and_changes_nothing()
    {
        await using var day = await CharterFixture.Begin();
        await Tap(day, day.Cast.Kim, 0, "complete");

        var late = await Tap(day, day.Cast.Sam, 0, "in_progress");

        Assert.Equal(409, (int)late.StatusCode);
        var row = (await late.Html()).GetElementById($"i{day.Item(0):N}")!;
        Assert.Equal("complete", row.GetAttribute("data-s"));
        Assert.Contains("Kim set Done", row.QuerySelector("[role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Keep Done", "Set Started"],
            row.QuerySelectorAll(".clash button").Select(button => button.TextContent.Trim()));
    }

    [Fact]
    public async Task Without_javascript_a_stale_step_back_is_shown_at_its_row_with_a_way_there_and_can_be_answered()
    {
        await using var day = await CharterFixture.Begin();
        await Tap(day, day.Cast.Kim, 0, "complete");

        var late =
            await day.Cast.Sam.Browser.PostForm(
                day.List, "/" + day.Item(0), ("state", "in_progress"), ("version", "1"));

        Assert.Equal(409, (int)late.StatusCode);
        var page = await late.Html();
        var row = page.QuerySelector(page.QuerySelector("#errs a")!.GetAttribute("href")!)!;
        Assert.Equal(["Keep Done", "Set Started"],
            row.QuerySelectorAll(".clash button").Select(button => button.TextContent.Trim()));
        var version = row.QuerySelector("input[name=version]")!.GetAttribute("value")!;
        var answer =
            await day.Cast.Sam.Browser.PostForm(
                day.List, "/" + day.Item(0), ("state", "in_progress"), ("version", version));
        Assert.Equal(303, (int)answer.StatusCode);
    }

    [Fact]
    public async Task A_tap_on_what_is_not_on_this_list_finds_nothing()
    {
        await using var day = await CharterFixture.Begin();
        var answer =
            await day.Cast.Kim.Browser.Tap(day.List, $"{day.List}/{Guid.CreateVersion7()}", ("state", "complete"));
        Assert.Equal(404, (int)answer.StatusCode);
    }

    [Fact]
    public async Task Two_who_do_the_same_agree_and_the_first_is_credited()
    {
        await using var day = await CharterFixture.Begin();
        await Tap(day, day.Cast.Kim, 0, "complete");

        var second = await Tap(day, day.Cast.Sam, 0, "complete");

        Assert.Equal(200, (int)second.StatusCode);
        Assert.Contains("Done by Kim", (await second.Html()).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refresh_with_nothing_new_is_a_304_and_another_persons_answer_never_is()
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
    public async Task Whoever_is_not_aboard_reads_the_list_but_has_no_buttons()
    {
        await using var day = await CharterFixture.Begin();

        var page = await day.Cast.Alex.Browser.Page(day.List);

        Assert.Contains("Navigation lights", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll(".tri button"));
        Assert.Equal(403, (int)(await Tap(day, day.Cast.Alex, 0, "complete")).StatusCode);
    }

    private static Task<HttpResponseMessage> Refresh(TestUser hand, string address, EntityTagHeaderValue? known)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "HX-Request", "true" } } };
        if (known is not null) request.Headers.IfNoneMatch.Add(known);
        return hand.Browser.SendAsync(request);
    }

    private static Task<HttpResponseMessage> Tap(CharterFixture day, TestUser hand, int item, string state) =>
        hand.Browser.Tap(day.List, $"{day.List}/{day.Item(item)}", ("state", state), ("version", "1"));
}
