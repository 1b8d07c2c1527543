using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed partial class GuestsPageTests
{
    [Fact]
    public async Task A_signing_link_is_shown_once_and_can_be_mailed_again_until_the_guest_signs()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        var ben = await day.Guest("Ben Cole", new { email = "ben@example.com" });
        var edit = $"{day.Charter}/guests/{ben.Id()}/edit";
        Assert.Single(await Asked(day));

        var shown = await day.Cast.Kim.Browser.PostForm(edit, "?handler=Link");
        var link = (await shown.Html()).GetElementById("link")!.GetAttribute("value")!;
        Assert.StartsWith("https://ship.test/waivers/", link, StringComparison.Ordinal);
        Assert.Null((await day.Cast.Kim.Browser.Page(edit)).GetElementById("link"));

        Assert.Equal(303, (int)(await day.Cast.Kim.Browser.PostForm(edit, "?handler=Mail")).StatusCode);
        Assert.Equal(2, (await Asked(day)).Count);
        await day.Ship.Sign(link, "Ben Cole");
        Assert.Contains("✓ Signed", (await day.Cast.Sam.Browser.Page($"{day.Charter}/guests")).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(409, (int)(await day.Cast.Kim.Browser.PostForm(edit, "?handler=Mail")).StatusCode);
    }

    [Fact]
    public async Task Guests_of_a_draft_get_no_email_until_it_is_published()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        var draft = await day.Cast.Plan(await day.Cast.Vessel("Draft"), new() { ["publish"] = false }).Json(201);
        await day.Cast.Dana.Api.Guest($"/api/events/{draft["id"]}", "Ben Cole", new { email = "ben@example.com" });
        await day.Cast.Dana.Api.Guest($"/api/events/{draft["id"]}", "Mia Cole");
        Assert.Empty(await Asked(day));

        await day.Cast.Dana.Api.Post($"/api/events/{draft["id"]}/publish").Json();

        Assert.Single(await Asked(day));
    }

    [Fact]
    public async Task The_charter_page_the_card_and_the_week_show_how_many_have_signed()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        var ben = await day.Guest("Ben Cole");
        await day.Guest("Mia Cole");
        await day.Ship.Sign((string)ben["waiver_url"]!, "Ben Cole");

        Assert.Equal(
            "1 of 2 signed", (await day.Cast.Sam.Browser.Page(day.Charter)).GetElementById("waivers-n")!.TextContent);
        Assert.Null((await day.Cast.Alex.Browser.Page(day.Charter)).GetElementById("guests-n"));
        Assert.Contains("1/2 waivers", (await day.Cast.Sam.Browser.Page($"/{day.Cast.Slug}")).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("1 of 2 signed",
            (await day.Cast.Dana.Browser.Page($"/{day.Cast.Slug}")).Body!.Words(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<ShipCaptainCrew.Data.Entities.OutboxEmail>> Asked(CharterFixture day) =>
        [.. (await day.Cast.Outbox()).Where(email => email.Kind == "waiver_ask")];
}
