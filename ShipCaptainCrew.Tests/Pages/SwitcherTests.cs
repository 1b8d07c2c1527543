using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages;

/// <summary>
/// Robin owns one operator and is dispatcher with another: each page says where they are and leads to the other.
/// </summary>
public sealed class SwitcherTests(SwitcherTests.Both both) : IClassFixture<SwitcherTests.Both>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private HttpClient Robin => both.Strangers.Olive.Browser;

    [Theory]
    [InlineData("queen-of-san-diego", "", "strangers")]
    [InlineData("queen-of-san-diego", "/me", "strangers")]
    [InlineData("strangers", "/vessels/new", "queen-of-san-diego")]
    [InlineData("strangers", "/me/passkeys", "queen-of-san-diego")]
    public async Task Every_page_says_where_one_is_and_leads_to_the_other(string slug, string below, string other)
    {
        var page = await Robin.Page($"/{slug}{below}");

        var links = page.QuerySelectorAll("header details.home a");
        Assert.Equal(new[] { slug, other }.Order(), links.Select(link => link.GetAttribute("href")![1..]).Order());
        Assert.Equal(
            $"/{slug}", Assert.Single(links, link => link.GetAttribute("aria-current") == "true").GetAttribute("href"));
        Assert.Equal(200, (int)(await Robin.GetAsync($"/{other}", stop)).StatusCode);
    }

    [Fact]
    public async Task Who_belongs_to_one_has_a_plain_link_home_and_no_more_is_asked_for_it()
    {
        var page = await both.Queen.Sam.Browser.Page($"/{both.Queen.Slug}");
        Assert.Equal(("A", $"/{both.Queen.Slug}"),
            (page.QuerySelector("header .home")!.TagName, page.QuerySelector("header .home")!.GetAttribute("href")));

        await Asked(both.Queen.Max.Browser);
        var one = await Asked(both.Queen.Max.Browser);
        await both.Strangers.Join(both.Queen.Max);
        Assert.Equal(one + 1, await Asked(both.Queen.Max.Browser));
    }

    [Fact]
    public async Task What_stands_on_a_page_is_of_one_operator_whichever_one_was_at_before()
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
    public async Task A_fragment_that_one_operators_page_keeps_is_never_the_others()
    {
        var queens = await Fragment(both.Queen.Slug, null);
        Assert.Equal(304, (int)(await Fragment(both.Queen.Slug, $"{queens.Headers.ETag}")).StatusCode);

        var strangers = await Fragment(both.Strangers.Slug, $"{queens.Headers.ETag}");

        Assert.Equal(200, (int)strangers.StatusCode);
        Assert.NotEqual(queens.Headers.ETag, strangers.Headers.ETag);
    }

    [Fact]
    public async Task An_error_says_where_one_is_without_asking_anything_more()
    {
        var page = await Robin.Page($"/{both.Queen.Slug}/charters/{Guid.Empty}");

        Assert.Equal("A", page.QuerySelector("header .home")!.TagName);
    }

    private Task<int> Asked(HttpClient browser) =>
        both.Ship.Queries.During(() => browser.GetAsync($"/{both.Queen.Slug}/charters/{both.QueensSail}", stop));

    private Task<HttpResponseMessage> Fragment(string slug, string? tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/{slug}") { Headers = { { "HX-Request", "true" } } };
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return Robin.SendAsync(request, stop);
    }

    /// <summary>Two operators with a charter each, and Robin, who belongs to both.</summary>
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
