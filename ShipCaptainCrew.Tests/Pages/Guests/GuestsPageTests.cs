using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Guests;

public sealed partial class GuestsPageTests
{
    [Fact]
    public async Task A_tap_redirects_to_its_row_without_JavaScript_and_returns_row_counts_and_status_with_htmx()
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
        Assert.Contains("1 of 2 aboard", answer.GetElementById("aboard")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mia Cole: Arrived. 1 of 2 aboard.", answer.GetElementById("announcement")!.TextContent);
    }

    [Fact]
    public async Task A_refresh_returns_the_list_which_is_not_cached()
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
    public async Task Assigned_crew_see_names_and_needs_the_captain_also_contact_details_and_others_nothing()
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
    public async Task After_a_charter_is_cancelled_needs_are_hidden_and_guests_cannot_be_marked()
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
        Assert.Contains("can no longer be changed", (await late.Html()).GetElementById("errs")!.TextContent,
            StringComparison.Ordinal);
    }
}
