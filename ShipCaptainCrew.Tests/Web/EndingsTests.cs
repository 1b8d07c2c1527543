using System.Net;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>Checks the security headers for every status that a request can end with.</summary>
public sealed partial class EndingsTests : IAsyncLifetime
{
    private readonly AppFixture app = new() { Settings = { ["Limits:Open"] = "1" } };
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private CharterFixture fixture = null!;

    public async ValueTask InitializeAsync() => fixture = await CharterFixture.Begin(app);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(304)]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(405)]
    [InlineData(413)]
    [InlineData(415)]
    [InlineData(422)]
    [InlineData(429)]
    [InlineData(500)]
    public async Task Every_status_has_the_security_headers(int status)
    {
        using var response = await Request(status);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(
            ("default-src 'none'", "nosniff", "same-origin", "same-origin", "same-origin", "max-age=31536000"),
            (Header(response, "Content-Security-Policy").Split(';')[0], Header(response, "X-Content-Type-Options"),
                Header(response, "Referrer-Policy"), Header(response, "Cross-Origin-Opener-Policy"),
                Header(response, "Cross-Origin-Resource-Policy"), Header(response, "Strict-Transport-Security")));
        Assert.Contains("camera=()", Header(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains($"{response.Headers.CacheControl}", new[] { "no-store", "no-cache, private" });
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Signing_out_clears_the_browser_cache()
    {
        using var signedOut = await fixture.Cast.Sam.Browser.PostForm($"/{fixture.Cast.Slug}/me", "/../../sign-out");

        Assert.Equal((303, "\"cache\"", "no-store"),
            ((int)signedOut.StatusCode, Header(signedOut, "Clear-Site-Data"), $"{signedOut.Headers.CacheControl}"));
        Assert.Equal(HttpStatusCode.Redirect, (await fixture.Cast.Sam.Browser.Get(fixture.Charter)).StatusCode);
    }

    private static string Header(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? Assert.Single(values) : "";
}
