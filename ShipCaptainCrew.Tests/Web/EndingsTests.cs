using System.Net;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>However a request ends, its answer is protected all the same.</summary>
public sealed class EndingsTests : IAsyncLifetime
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
        using var response = await Ending(status);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(
            ("default-src 'none'", "nosniff", "same-origin", "same-origin", "same-origin", "max-age=31536000"),
            (Of(response, "Content-Security-Policy").Split(';')[0], Of(response, "X-Content-Type-Options"),
                Of(response, "Referrer-Policy"), Of(response, "Cross-Origin-Opener-Policy"),
                Of(response, "Cross-Origin-Resource-Policy"), Of(response, "Strict-Transport-Security")));
        Assert.Contains("camera=()", Of(response, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains($"{response.Headers.CacheControl}", new[] { "no-store", "no-cache, private" });
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Signing_out_clears_the_browser_cache()
    {
        using var left = await fixture.Cast.Sam.Browser.PostForm($"/{fixture.Cast.Slug}/me", "/../../sign-out");

        Assert.Equal((303, "\"cache\"", "no-store"),
            ((int)left.StatusCode, Of(left, "Clear-Site-Data"), $"{left.Headers.CacheControl}"));
        Assert.Equal(HttpStatusCode.Redirect, (await fixture.Cast.Sam.Browser.Get(fixture.Charter)).StatusCode);
    }

    private async Task<HttpResponseMessage> Ending(int status)
    {
        using var nobody = Secure(app);
        var office = fixture.Cast.Dana.Api;
        switch (status)
        {
            case 302: return await nobody.Get(fixture.Charter);
            case 304: return await Over(
                office, HttpMethod.Get, fixture.Api, "If-None-Match", $"{(await office.Get(fixture.Api)).Headers.ETag}");
            case 400: return await nobody.PostAsync("/sign-in", null, stop);
            case 401: return await nobody.Get("/api/me");
            case 403: return await nobody.With("Sec-Fetch-Site", "cross-site", HttpMethod.Post, "/sign-in");
            case 404: return await nobody.Get("/no/where");
            case 405: return await Over(office, HttpMethod.Delete, fixture.Charter);
            case 413: return await nobody.PostAsync("/sign-in", new ByteArrayContent(new byte[2 << 20]), stop);
            case 415: return await nobody.PostAsync("/api/auth/magic-links", new StringContent("email"), stop);
            case 422: return await Over(office, HttpMethod.Post, "/api/vessels");
            case 429:
                await nobody.Get("/api/sun");
                return await nobody.Get("/api/sun");
            case 500:
                await using (var broken = new AppFixture())
                    return await Secure(
                        broken.WithWebHostBuilder(
                            builder =>
                                builder.ConfigureTestServices(
                                    services => services.AddSingleton<ICommitListener>(new Broken()))))
                        .Post("/api/auth/magic-links", new { email = "kim@example.com" });
            default: return await Over(office, HttpMethod.Get, fixture.Charter);
        }
    }

    private static HttpClient Secure(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> ship) =>
        ship.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://ship.test") });

    /// <summary>The same over TLS at the public address.</summary>
    private static Task<HttpResponseMessage> Over(
        HttpClient client, HttpMethod method, string address, string header = "X-Nothing", string value = "at all") =>
        client.With(header, value, method, $"https://ship.test{address}");

    private static string Of(HttpResponseMessage response, string header) =>
        response.Headers.TryGetValues(header, out var values) ? Assert.Single(values) : "";

    private sealed class Broken : ICommitListener
    {
        public Task BeforeCommit(
            AppDbContext db, IReadOnlyList<LoggedEvent> events, Actor actor, CancellationToken cancel) =>
            throw new InvalidOperationException("broken");

        public void AfterCommit(IReadOnlyList<LoggedEvent> events)
        {
        }
    }
}
