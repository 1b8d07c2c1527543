using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Party;

public sealed partial class PartyPageTests
{
    [Fact]
    public async Task A_link_that_is_unknown_spent_or_of_another_kind_opens_nothing_and_no_other_site_posts_to_one()
    {
        await using var day = await CharterFixture.Begin();
        var ben = await day.Guest("Ben Cole");
        using var anybody = Anybody(day);
        var link = await Link(day, "party");
        var waiver = ((string)ben["waiver_url"]!).Split('/')[^1];

        foreach (var token in new[] { "nonsense", waiver, new string('x', 500) })
        {
            var nothing = await anybody.GetAsync($"/party/{token}", TestContext.Current.CancellationToken);
            Assert.Equal(404, (int)nothing.StatusCode);
            Assert.Contains("leads nowhere",
                await nothing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal);
        }

        using var foreign =
            new HttpRequestMessage(HttpMethod.Post,
                link) { Headers = { { "Sec-Fetch-Site", "cross-site" } },
                    Content = new FormUrlEncodedContent([new("name", "Mallory")]) };
        Assert.Equal(403, (int)(await anybody.SendAsync(foreign, TestContext.Current.CancellationToken)).StatusCode);
        await day.Cast.Dana.Api.Post($"{day.Api}/cancel", new { reason = "Fog" }).Json();
        Assert.Equal(409, (int)(await Add(anybody, link, ("name", "Late"))).StatusCode);
        var closed = await anybody.GetAsync(link, TestContext.Current.CancellationToken);
        Assert.Equal(410, (int)closed.StatusCode);
        var says = await closed.Html();
        Assert.Contains("nobody can join it any more", says.Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(says.QuerySelector("form"));
        Assert.Equal(["Ben Cole"], await Names(day));
        day.Ship.Clock.Advance(TimeSpan.FromDays(70));
        Assert.Equal(404, (int)(await anybody.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Links_that_are_out_are_withdrawn_all_at_once_and_who_came_by_them_stays()
    {
        await using var day = await CharterFixture.Begin();
        using var anybody = Anybody(day);
        string[] links = [await Link(day, "party"), await Link(day, "dock")];
        await Add(anybody, links[0], ("name", "Ben Cole"));
        var page = $"{day.Charter}/qr";
        Assert.Contains(
            "2 links are out", (await day.Cast.Kim.Browser.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(403,
            (int)(await day.Cast.Sam.Browser.PostForm($"{day.Charter}/muster", "/../qr?handler=Withdraw")).StatusCode);

        var withdrawn = await day.Cast.Kim.Browser.PostForm(page, "?handler=Withdraw");

        Assert.Equal(
            (303, $"{page}?done=withdrawn"), ((int)withdrawn.StatusCode, withdrawn.Headers.Location!.OriginalString));
        foreach (var link in links)
            Assert.Equal(404, (int)(await anybody.GetAsync(link, TestContext.Current.CancellationToken)).StatusCode);
        Assert.DoesNotContain(
            "Withdraw all links", (await day.Cast.Kim.Browser.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ben Cole"], await Names(day));
    }
}
