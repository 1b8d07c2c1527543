using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E;

public sealed partial class PublishTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_published_app_runs_and_serves_htmx_compressed_and_cached_forever()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var htmx = await client.GetAsync(await Fingerprinted("lib/htmx.min"), _stop);

        Assert.True(htmx.IsSuccessStatusCode, app.Log);
        Assert.Equal("br", Assert.Single(htmx.Content.Headers.ContentEncoding));
        Assert.InRange(htmx.Content.Headers.ContentLength ?? 0, 1, 13_000);
        Assert.Equal("max-age=31536000, immutable", $"{htmx.Headers.CacheControl}");
    }

    [Fact]
    public void The_licenses_of_its_packages_are_published_with_the_app()
    {
        var names = Directory.GetFiles(app.Home).Select(Path.GetFileName);

        Assert.Equal(["LICENSE", "THIRD-PARTY-NOTICES.md"],
            names.Intersect(["LICENSE", "THIRD-PARTY-NOTICES.md"]).Order());
    }

    [Fact]
    public void Every_line_of_the_log_begins_with_its_time_in_UTC() =>
        Assert.All(app.Log.Split('\n', StringSplitOptions.RemoveEmptyEntries),
            line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z (info|warn): ", line));

    private async Task<string> Fingerprinted(string name)
    {
        var path = Path.Combine(app.Home, "ShipCaptainCrew.staticwebassets.endpoints.json");
        var assets = await File.ReadAllTextAsync(path, _stop);
        return Routes().Matches(assets).Select(match => match.Groups[1].Value)
            .First(route => route.StartsWith(name, StringComparison.Ordinal));
    }

    [GeneratedRegex("""Route":"([^"]+\.[a-z0-9]{10}\.js)""")]
    private static partial Regex Routes();
}
