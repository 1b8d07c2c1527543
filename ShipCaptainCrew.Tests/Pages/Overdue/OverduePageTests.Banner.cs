using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Overdue;

public sealed partial class OverduePageTests
{
    [Fact]
    public async Task Every_office_page_shows_the_banner_and_crew_pages_do_not()
    {
        foreach (var address in new[] { $"/{Cast.Slug}", $"/{Cast.Slug}/vessels", $"/{Cast.Slug}/me", day.Charter })
        {
            var banner = (await Cast.Dana.Browser.Page(address)).QuerySelector("#overdue .banner")!;
            Assert.Equal((Page, "tel:+16195550100"),
                (banner.QuerySelector("a")!.GetAttribute("href"), banner.QuerySelector("a.btn")!.GetAttribute("href")));
        }

        Assert.Null((await Cast.Kim.Browser.Page(day.Charter)).QuerySelector("#overdue"));
        Assert.Equal(403, (int)(await Cast.Kim.Browser.GetAsync($"/{Cast.Slug}/overdue", stop)).StatusCode);
    }

    [Fact]
    public async Task The_banner_costs_at_most_one_query_and_disappears_after_the_return()
    {
        var withoutBanner = await day.Ship.Queries.During(() => Cast.Kim.Browser.Page(day.Charter));
        var withBanner = await day.Ship.Queries.During(() => Cast.Dana.Browser.Page(day.Charter));
        Assert.InRange(withBanner - withoutBanner, 0, 1);

        await Cast.Dana.Browser.PostForm(Page);
        Assert.Contains("Dana is handling it",
            (await Cast.Olive.Browser.Page($"/{Cast.Slug}/overdue")).QuerySelector("#overdue")!.TextContent,
            StringComparison.Ordinal);

        await Cast.Kim.Api.Post($"{day.Api}/return").Json();
        var fragment = await Cast.Olive.Browser.GetStringAsync($"/{Cast.Slug}/overdue", stop);
        Assert.DoesNotContain("banner", fragment, StringComparison.Ordinal);
        Assert.InRange(fragment.Trim().Length, 1, 256);
    }
}
