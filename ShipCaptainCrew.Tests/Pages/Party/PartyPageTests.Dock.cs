using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Party;

public sealed partial class PartyPageTests
{
    [Fact]
    public async Task A_walk_up_can_sign_at_once_and_waits_for_the_crew_to_accept_them()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        using var browser = Browser(day);
        var link = await Link(day, "dock");

        var added = await Add(browser, $"{link}?kiosk=1", ("name", "Walk Upson"));

        Assert.Contains(
            $"&kiosk={link.Split('/')[^1]}", added.Headers.Location!.OriginalString, StringComparison.Ordinal);
        await day.Ship.Sign(added.Headers.Location.OriginalString, "Walk Upson");
        var page = $"{day.Charter}/guests";
        var waiting = await day.Cast.Sam.Browser.Page(page);
        Assert.Equal("Add to list Walk Upson", waiting.QuerySelector(".note.act button")!.TextContent);
        var id =
            Guid.Parse(waiting.QuerySelector(".note.act form")!.GetAttribute("action")!.Split('/')[^1].Split('?')[0]);
        Assert.Equal("not_placed",
            (string?)(await day.Cast.Sam.Api.Post($"{day.Api}/guests/{id}/mark", new { where = "boarded" })
                .Json(409))["code"]);
        var placed = await (await day.Cast.Sam.Browser.Tap(page, $"{page}/{id}?handler=Place")).Html();
        Assert.NotNull(placed.QuerySelector($"#items #g{id:N}"));
        Assert.Null(placed.QuerySelector(".note.act"));
    }

    [Fact]
    public async Task The_children_of_a_walk_up_wait_for_the_crew_too()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        using var browser = Browser(day);
        var added = await Add(browser, await Link(day, "dock"), ("name", "Walk Upson"));

        var signed =
            await browser.Sign(added.Headers.Location!.OriginalString, "Walk Upson",
                ("guardian_relationship", "father"), ("children[0].name", "Leo Upson"),
                ("children[0].birth_date", "2017-05-01"));

        Assert.Equal(303, (int)signed.StatusCode);
        Assert.Equal(["Add to list Walk Upson", "Add to list Leo Upson"],
            (await day.Cast.Sam.Browser.Page($"{day.Charter}/guests")).QuerySelectorAll(".note.act button")
                .Select(button => button.TextContent));
    }

    [Fact]
    public async Task The_printable_QR_code_has_no_style_attribute()
    {
        await using var day = await CharterFixture.Begin();

        var page = await (await day.Cast.Kim.Browser.PostForm($"{day.Charter}/qr", ("kind", "dock"))).Html();

        var drawing = page.QuerySelector(".qr svg")!;
        Assert.DoesNotContain("style", drawing.OuterHtml, StringComparison.Ordinal);
        Assert.StartsWith(
            "https://ship.test/party/", page.GetElementById("link")!.GetAttribute("value"), StringComparison.Ordinal);
        Assert.EndsWith("?kiosk=1", page.GetElementById("kiosk")!.GetAttribute("value"), StringComparison.Ordinal);
    }
}
