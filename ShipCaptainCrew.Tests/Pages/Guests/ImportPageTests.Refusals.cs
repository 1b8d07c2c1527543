using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed partial class ImportPageTests
{
    [Fact]
    public async Task An_import_over_capacity_or_changed_since_the_preview_adds_nobody()
    {
        await using var day = await CharterFixture.Begin();
        var import = $"{day.Charter}/guests/import";
        var many = "name\n" + string.Join('\n', Enumerable.Range(1, 50).Select(number => $"Guest {number}"));

        var full = await day.Cast.Kim.Browser.PostForm(import, "?handler=Add", ("list", many), ("rows", "50"));
        Assert.Equal(409, (int)full.StatusCode);
        Assert.Contains(
            "can carry 49 guests", (await full.Html()).GetElementById("errs")!.TextContent, StringComparison.Ordinal);
        await day.Guest("Ben Cole");
        var changed = await day.Cast.Kim.Browser.PostForm(import, "?handler=Add", ("list", ThreeRows), ("rows", "2"));

        Assert.Equal(409, (int)changed.StatusCode);
        Assert.Contains(
            "have changed", (await changed.Html()).GetElementById("errs")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ben Cole"], await Names(day));
    }

    [Fact]
    public async Task The_preview_of_an_import_over_capacity_shows_how_many_fit()
    {
        await using var day = await CharterFixture.Begin();
        var small =
            (Guid)(await day.Cast.Dana.Api.Post("/api/vessels", new { name = "Small", passenger_capacity = 2 })
                .Json(201))["id"]!;
        await day.Cast.Dana.Api.Put(day.Api, new { vessel_id = small }).Json();
        await day.Guest("Tom Reyes");

        var preview =
            await (await day.Cast.Kim.Browser.PostForm($"{day.Charter}/guests/import", ("list", ThreeRows))).Html();

        Assert.StartsWith("Small can carry 2 guests on this charter. There are 1 on the list, so 1 of these fit.",
            preview.QuerySelector(".note.alarm")!.TextContent, StringComparison.Ordinal);
        Assert.Null(preview.QuerySelector("form[action*=Add] button"));
    }

    [Theory]
    [InlineData("", "Paste a list, or choose a file.")]
    [InlineData("name,email\n", "This list has no guests.")]
    public async Task An_unreadable_list_is_refused_with_the_reason_and_kept(string list, string why)
    {
        await using var day = await CharterFixture.Begin();

        var refused = await day.Cast.Kim.Browser.PostForm($"{day.Charter}/guests/import", ("list", list));

        var page = await refused.Html();
        Assert.Equal((422, why, list),
            ((int)refused.StatusCode, page.GetElementById("list-e")!.TextContent,
                page.GetElementById("list")!.TextContent.TrimStart('\n')));
    }
}
