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
    private CharterFixture day = null!;

    public async ValueTask InitializeAsync() => day = await CharterFixture.Begin(app);

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
    public async Task Every_ending_carries_what_protects(int status)
    {
        using var answer = await Ending(status);

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(
            ("default-src 'none'", "nosniff", "same-origin", "same-origin", "same-origin", "max-age=31536000"),
            (Of(answer, "Content-Security-Policy").Split(';')[0], Of(answer, "X-Content-Type-Options"),
                Of(answer, "Referrer-Policy"), Of(answer, "Cross-Origin-Opener-Policy"),
                Of(answer, "Cross-Origin-Resource-Policy"), Of(answer, "Strict-Transport-Security")));
        Assert.Contains("camera=()", Of(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Contains($"{answer.Headers.CacheControl}", new[] { "no-store", "no-cache, private" });
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Who_signs_out_leaves_nothing_in_the_browsers_keeping()
    {
        using var left = await day.Cast.Sam.Browser.PostForm($"/{day.Cast.Slug}/me", "/../../sign-out");

        Assert.Equal((303, "\"cache\"", "no-store"),
            ((int)left.StatusCode, Of(left, "Clear-Site-Data"), $"{left.Headers.CacheControl}"));
        Assert.Equal(HttpStatusCode.Redirect, (await day.Cast.Sam.Browser.Get(day.Charter)).StatusCode);
    }

    private async Task<HttpResponseMessage> Ending(int status)
    {
        using var nobody = Secure(app);
        var office = day.Cast.Dana.Api;
        switch (status)
        {
            case 302: return await nobody.Get(day.Charter);
            case 304: return await Over(
                office, HttpMethod.Get, day.Api, "If-None-Match", $"{(await office.Get(day.Api)).Headers.ETag}");
            case 400: return await nobody.PostAsync("/sign-in", null, stop);
            case 401: return await nobody.Get("/api/me");
            case 403: return await nobody.With("Sec-Fetch-Site", "cross-site", HttpMethod.Post, "/sign-in");
            case 404: return await nobody.Get("/no/where");
            case 405: return await Over(office, HttpMethod.Delete, day.Charter);
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
            default: return await Over(office, HttpMethod.Get, day.Charter);
        }
    }

    private static HttpClient Secure(Microsoft.AspNetCore.Mvc.Testing.WebApplicationFactory<Program> ship) =>
        ship.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://ship.test") });

    /// <summary>The same over TLS at the public address.</summary>
    private static Task<HttpResponseMessage> Over(
        HttpClient client, HttpMethod method, string address, string header = "X-Nothing", string value = "at all") =>
        client.With(header, value, method, $"https://ship.test{address}");

    private static string Of(HttpResponseMessage answer, string header) =>
        answer.Headers.TryGetValues(header, out var values) ? Assert.Single(values) : "";

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
