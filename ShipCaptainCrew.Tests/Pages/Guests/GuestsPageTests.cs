using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed class GuestsPageTests
{
    [Fact]
    public async Task A_tap_without_javascript_goes_back_to_its_row_and_by_htmx_brings_the_row_the_counts_and_a_word()
    {
        await using var day = await CharterFixture.Begin();
        var (ben, mia) = (await day.Guest("Ben Cole"), await day.Guest("Mia Cole"));
        var page = $"{day.Charter}/guests";

        var tapped = await day.Cast.Sam.Browser.PostForm(page, $"/{ben.Id()}", ("where", "boarded"));
        Assert.Equal((303, $"{page}#g{ben.Id():N}"), ((int)tapped.StatusCode, tapped.Headers.Location!.OriginalString));

        var answer = await (await day.Cast.Sam.Browser.Tap(page, $"{page}/{mia.Id()}", ("where", "arrived"))).Html();
        var row = answer.GetElementById($"g{mia.Id():N}")!;
        Assert.Equal(("arrived", "true"),
            (row.GetAttribute("data-s"), row.QuerySelector("button[value=arrived]")!.GetAttribute("aria-pressed")));
        Assert.Contains("1 boarded", answer.GetElementById("counts")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mia Cole: Arrived. 1 boarded of 2 listed.", answer.GetElementById("status")!.TextContent);
    }

    [Fact]
    public async Task A_refresh_brings_the_list_and_it_is_kept_nowhere()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("Ben Cole", new { needs = "Nuts" });
        var request =
            new HttpRequestMessage(HttpMethod.Get, $"{day.Charter}/guests") { Headers = { { "HX-Request", "true" } } };

        var answer = await day.Cast.Sam.Browser.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.True(answer.Headers.CacheControl!.NoStore);
        var body = (await answer.Html()).GetElementById("guests")!;
        Assert.NotNull(body.GetAttribute("data-revision"));
        Assert.Contains("Nuts", body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Crew_sees_names_and_needs_the_mate_how_to_reach_them_and_who_is_not_aboard_nothing()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("Ben Cole", new { email = "ben@example.com", phone = "+1 619 555 0101", needs = "Nuts" });

        var (sam, kim) = (await day.Cast.Sam.Browser.Page($"{day.Charter}/guests"),
            await day.Cast.Kim.Browser.Page($"{day.Charter}/guests"));

        Assert.Contains("Nuts", sam.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("ben@example.com", sam.Body.InnerHtml, StringComparison.Ordinal);
        Assert.Contains("ben@example.com", kim.Body!.InnerHtml, StringComparison.Ordinal);
        foreach (var address in new[] {
            "guests", "muster", "manifest", "manifest.csv", "guests/new", "guests/import", "qr" })
        {
            Assert.Equal(403,
                (int)(await day.Cast.Alex.Browser.GetAsync(
                    $"{day.Charter}/{address}", TestContext.Current.CancellationToken)).StatusCode);
        }

        foreach (var address in new[] { "guests/new", "guests/import", "qr" })
        {
            Assert.Equal(403,
                (int)(await day.Cast.Sam.Browser.GetAsync(
                    $"{day.Charter}/{address}", TestContext.Current.CancellationToken)).StatusCode);
        }
    }

    [Fact]
    public async Task After_the_charter_nobody_sees_needs_and_nothing_can_be_tapped()
    {
        await using var day = await CharterFixture.Begin();
        var ben = await day.Guest("Ben Cole", new { needs = "Nuts" });
        var page = $"{day.Charter}/guests";
        await day.Cast.Dana.Api.Post($"{day.Api}/cancel", new { reason = "Fog" }).Json();

        var list = await day.Cast.Dana.Browser.Page(page);

        Assert.DoesNotContain("Nuts", list.Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty(list.QuerySelectorAll(".tri button"));
        var late = await day.Cast.Dana.Browser.PostForm(page, $"/{ben.Id()}", ("where", "boarded"));
        Assert.Equal(409, (int)late.StatusCode);
        Assert.Contains(
            "history now", (await late.Html()).GetElementById("errs")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_is_added_changed_and_taken_off_the_list_on_pages()
    {
        await using var day = await CharterFixture.Begin();
        var (kim, list) = (day.Cast.Kim.Browser, $"{day.Charter}/guests");
        var wrong = await kim.PostForm($"{list}/new", ("name", ""), ("email", "nobody"), ("needs", "Nuts"));
        var form = await wrong.Html();
        Assert.Equal((422, "nobody", "Nuts"),
            ((int)wrong.StatusCode, form.GetElementById("email")!.GetAttribute("value"),
                form.GetElementById("needs")!.TextContent.Trim()));

        var added =
            await kim.PostForm($"{list}/new", ("name", "Ben Cole"), ("email", "ben@example.com"), ("minor", "false"));
        Assert.Equal(303, (int)added.StatusCode);
        var id = Guid.ParseExact(added.Headers.Location!.OriginalString.Split("#g")[1], "N");
        var edit = $"{list}/{id}/edit";
        await kim.PostForm(edit, ("name", "Benjamin Cole"), ("email", "ben@example.com"));
        Assert.Contains("Benjamin Cole", (await kim.Page(list)).Body!.TextContent, StringComparison.Ordinal);

        var removed = await kim.PostForm(edit, "?handler=Remove");
        Assert.Equal($"{list}?done=removed", removed.Headers.Location!.OriginalString);
        Assert.DoesNotContain("Benjamin Cole", (await kim.Page(list)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Guest_N_plus_1_is_refused_in_words_beside_the_button_and_what_was_typed_is_kept()
    {
        await using var day = await CharterFixture.Begin();
        var small =
            (Guid)(await day.Cast.Dana.Api.Post("/api/vessels", new { name = "Small", passenger_capacity = 1 })
                .Json(201))["id"]!;
        await day.Cast.Dana.Api.Put(day.Api, new { vessel_id = small }).Json();
        await day.Guest("Ben Cole");

        var full =
            await day.Cast.Dana.Browser.PostForm(
                $"{day.Charter}/guests/new", ("name", "Mia Cole"), ("phone", "+1 619 555 0102"));

        var form = await full.Html();
        Assert.Equal((409, "Mia Cole", "+1 619 555 0102"),
            ((int)full.StatusCode, form.GetElementById("name")!.GetAttribute("value"),
                form.GetElementById("phone")!.GetAttribute("value")));
        Assert.Contains(
            "Small may carry 1 guests", form.QuerySelector("form .note.alarm")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_to_sign_is_shown_once_and_mailed_again_where_there_is_an_address()
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
    public async Task Guests_of_a_draft_hear_nothing_until_it_is_published()
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
    public async Task The_charter_page_the_card_and_the_week_say_how_many_have_signed()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        var ben = await day.Guest("Ben Cole");
        await day.Guest("Mia Cole");
        await day.Ship.Sign((string)ben["waiver_url"]!, "Ben Cole");

        Assert.Equal(
            "1 of 2 signed", (await day.Cast.Sam.Browser.Page(day.Charter)).GetElementById("guests-n")!.TextContent);
        Assert.Null((await day.Cast.Alex.Browser.Page(day.Charter)).GetElementById("guests-n"));
        Assert.Contains("1/2 waivers", (await day.Cast.Sam.Browser.Page($"/{day.Cast.Slug}")).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Contains("1 of 2",
            (await day.Cast.Dana.Browser.Page($"/{day.Cast.Slug}")).QuerySelector(
                "td[data-label=Waivers]")!.TextContent,
            StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<ShipCaptainCrew.Data.Entities.OutboxEmail>> Asked(CharterFixture day) =>
        [.. (await day.Cast.Outbox()).Where(email => email.Kind == "waiver_ask")];
}
