using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Party;

public sealed partial class PartyPageTests
{
    [Fact]
    public async Task Invalid_links_are_not_found_and_cross_site_posts_and_closed_charters_are_refused()
    {
        await using var day = await CharterFixture.Begin();
        var ben = await day.Guest("Ben Cole");
        using var browser = Browser(day);
        var link = await Link(day, "party");
        var waiver = ((string)ben["waiver_url"]!).Split('/')[^1];

        foreach (var token in new[] { "nonsense", waiver, new string('x', 500) })
        {
            var response = await browser.GetAsync($"/party/{token}", TestContext.Current.CancellationToken);
            Assert.Equal(404, (int)response.StatusCode);
            Assert.Contains("This link doesn&#x27;t work",
                await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }

        using var crossSite =
            new HttpRequestMessage(HttpMethod.Post, link)
            {
                Headers = { { "Sec-Fetch-Site", "cross-site" } },
                Content = new FormUrlEncodedContent([new("name", "Mallory")]),
            };
        Assert.Equal(403, (int)(await browser.SendAsync(crossSite, TestContext.Current.CancellationToken)).StatusCode);
        await day.Cast.Dana.Api.Post($"{day.Api}/cancel", new { reason = "Fog" }).Json();
        Assert.Equal(409, (int)(await Add(browser, link, ("name", "Late"))).StatusCode);
        var closed = await browser.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal(410, (int)closed.StatusCode);
        var closedPage = await closed.Html();
        Assert.Contains("nobody can be added anymore", closedPage.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(closedPage.QuerySelector("form"));
        Assert.Equal(["Ben Cole"], await Names(day));
        day.Ship.Clock.Advance(TimeSpan.FromDays(70));
        Assert.Equal(404, (int)(await browser.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task All_links_can_be_withdrawn_at_once_and_the_guests_added_by_them_stay()
    {
        await using var day = await CharterFixture.Begin();
        using var browser = Browser(day);
        string[] links = [await Link(day, "party"), await Link(day, "dock")];
        await Add(browser, links[0], ("name", "Ben Cole"));
        var page = $"{day.Charter}/qr";
        Assert.Contains(
            "2 links are in use", (await day.Cast.Kim.Browser.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(403,
            (int)(await day.Cast.Sam.Browser.PostForm($"{day.Charter}/muster", "/../qr?handler=Withdraw")).StatusCode);

        var withdrawn = await day.Cast.Kim.Browser.PostForm(page, "?handler=Withdraw");

        Assert.Equal(
            (303, $"{page}?done=withdrawn"), ((int)withdrawn.StatusCode, withdrawn.Headers.Location!.OriginalString));
        foreach (var link in links)
            Assert.Equal(404, (int)(await browser.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain(
            "Turn off all links", (await day.Cast.Kim.Browser.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ben Cole"], await Names(day));
    }
}
