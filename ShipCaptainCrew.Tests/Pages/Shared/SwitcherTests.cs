using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Shared;

/// <summary>Robin owns one operator and is a dispatcher of another. Each page links to both.</summary>
public sealed class SwitcherTests(SwitcherTests.Both both) : IClassFixture<SwitcherTests.Both>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private HttpClient Robin => both.Strangers.Olive.Browser;

    [Theory]
    [InlineData("queen-of-san-diego", "", "strangers")]
    [InlineData("queen-of-san-diego", "/me", "strangers")]
    [InlineData("strangers", "/vessels/new", "queen-of-san-diego")]
    [InlineData("strangers", "/me/passkeys", "queen-of-san-diego")]
    public async Task Every_page_marks_the_current_operator_and_links_to_the_other(
        string slug, string below, string other)
    {
        var page = await Robin.Page($"/{slug}{below}");

        var links = page.QuerySelectorAll("header details.home a");
        Assert.Equal(new[] { slug, other }.Order(), links.Select(link => link.GetAttribute("href")![1..]).Order());
        Assert.Equal(
            $"/{slug}", Assert.Single(links, link => link.GetAttribute("aria-current") == "true").GetAttribute("href"));
        Assert.Equal(200, (int)(await Robin.GetAsync($"/{other}", stop)).StatusCode);
    }

    [Fact]
    public async Task A_member_of_one_operator_gets_a_plain_home_link_without_an_extra_query()
    {
        var page = await both.Queen.Sam.Browser.Page($"/{both.Queen.Slug}");
        Assert.Equal(("A", $"/{both.Queen.Slug}"),
            (page.QuerySelector("header .home")!.TagName, page.QuerySelector("header .home")!.GetAttribute("href")));

        await QueryCount(both.Queen.Max.Browser);
        var count = await QueryCount(both.Queen.Max.Browser);
        await both.Strangers.Join(both.Queen.Max);
        Assert.Equal(count + 1, await QueryCount(both.Queen.Max.Browser));
    }

    [Fact]
    public async Task A_page_shows_data_of_its_operator_only_whichever_was_visited_before()
    {
        await Robin.GetAsync($"/{both.Strangers.Slug}", stop);
        var queens = (await Robin.Page($"/{both.Queen.Slug}")).QuerySelector("main")!;
        var strangers = (await Robin.Page($"/{both.Strangers.Slug}")).QuerySelector("main")!;

        Assert.Contains("Queens sail", queens.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Strangers sail", queens.TextContent, StringComparison.Ordinal);
        Assert.Contains("Strangers sail", strangers.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Queens sail", strangers.TextContent, StringComparison.Ordinal);
        Assert.Equal(
            404, (int)(await Robin.GetAsync($"/{both.Strangers.Slug}/charters/{both.QueensSail}", stop)).StatusCode);
        Assert.Equal(
            200, (int)(await Robin.GetAsync($"/{both.Queen.Slug}/charters/{both.QueensSail}", stop)).StatusCode);
        Assert.Equal(403, (int)(await Robin.GetAsync($"/{both.Queen.Slug}/orders", stop)).StatusCode);
    }

    [Fact]
    public async Task A_fragment_cached_for_one_operator_is_not_used_for_the_other()
    {
        await both.Ship.Rest();
        var queens = await Fragment(both.Queen.Slug, null);
        Assert.Equal(304, (int)(await Fragment(both.Queen.Slug, $"{queens.Headers.ETag}")).StatusCode);

        var strangers = await Fragment(both.Strangers.Slug, $"{queens.Headers.ETag}");

        Assert.Equal(200, (int)strangers.StatusCode);
        Assert.NotEqual(queens.Headers.ETag, strangers.Headers.ETag);
    }

    [Fact]
    public async Task An_error_page_links_home_without_the_operator_menu()
    {
        var page = await Robin.Page($"/{both.Queen.Slug}/charters/{Guid.Empty}");

        Assert.Equal("A", page.QuerySelector("header .home")!.TagName);
    }

    private Task<int> QueryCount(HttpClient browser) =>
        both.Ship.Queries.During(() => browser.GetAsync($"/{both.Queen.Slug}/charters/{both.QueensSail}", stop));

    private Task<HttpResponseMessage> Fragment(string slug, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/{slug}") { Headers = { { "HX-Request", "true" } } };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return Robin.SendAsync(request, stop);
    }

    /// <summary>Two operators with one charter each, and Robin, a member of both.</summary>
    public sealed class Both : IAsyncLifetime
    {
        public AppFixture Ship { get; } = new();

        public Cast Queen { get; private set; } = null!;

        public Cast Strangers { get; private set; } = null!;

        public Guid QueensSail { get; private set; }

        public async ValueTask InitializeAsync()
        {
            (Queen, Strangers) = (await Ship.Cast(), await Ship.Cast("strangers"));
            QueensSail = (await Queen.Plan(await Queen.Vessel(), new() { ["title"] = "Queens sail" }).Json(201)).Id();
            await Strangers.Plan(await Strangers.Vessel(), new() { ["title"] = "Strangers sail" }).Json(201);
            await Queen.Join(Strangers.Olive, MemberRole.Dispatcher);
        }

        public ValueTask DisposeAsync() => Ship.DisposeAsync();
    }
}
