using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E;

public sealed partial class PublishTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_publish_writes_runs_as_it_is_and_sends_htmx_small_and_once_for_all()
    {
        using var client = new HttpClient { BaseAddress = app.Address };
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));

        using var htmx = await client.GetAsync(await Fingerprinted("lib/htmx.min"), _stop);

        Assert.True(htmx.IsSuccessStatusCode, app.Log);
        Assert.Equal("br", Assert.Single(htmx.Content.Headers.ContentEncoding));
        Assert.InRange(htmx.Content.Headers.ContentLength ?? 0, 1, 13_000);
        Assert.Equal("max-age=31536000, immutable", $"{htmx.Headers.CacheControl}");
    }

    private async Task<string> Fingerprinted(string name)
    {
        var assets =
            await File.ReadAllTextAsync(
                Path.Combine(app.Home, "ShipCaptainCrew.staticwebassets.endpoints.json"), _stop);
        return Routes().Matches(assets).Select(m => m.Groups[1].Value)
            .First(route => route.StartsWith(name, StringComparison.Ordinal));
    }

    [GeneratedRegex("""Route":"([^"]+\.[a-z0-9]{10}\.js)""")]
    private static partial Regex Routes();
}
