using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>Tests that refused requests are logged, without any token.</summary>
public sealed class RefusedRequestLogTests : IAsyncLifetime
{
    private const string Secret = "s3cret-t0ken";
    private readonly LogCapture log = new();
    private CharterFixture fixture = null!;

    public async ValueTask InitializeAsync()
    {
        fixture = await CharterFixture.Begin(new AppFixture { Settings = { ["Limits:Open"] = "1" } });
        fixture.Ship.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
    }

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task An_invalid_token_is_logged_with_its_route_but_without_the_token()
    {
        using var client = fixture.Ship.CreateClient();

        await client.With("Authorization", $"Bearer {Secret}", HttpMethod.Get, "/api/events");

        Assert.StartsWith("Refused 401: GET /api/events", SingleRefusal(), StringComparison.Ordinal);
        AssertNotLogged(Secret);
    }

    [Fact]
    public async Task A_forbidden_request_is_logged_with_its_session()
    {
        await fixture.Cast.Sam.Api.Post("/api/vessels", new { name = Secret });

        Assert.StartsWith($"Refused 403: POST /api/vessels, session {fixture.Cast.Sam.SessionId}", SingleRefusal(),
            StringComparison.Ordinal);
        AssertNotLogged(Secret);
    }

    [Fact]
    public async Task A_forbidden_page_is_logged_once_with_its_own_route()
    {
        await fixture.Cast.Sam.Browser.GetAsync($"/{fixture.Cast.Slug}/log", TestContext.Current.CancellationToken);

        Assert.StartsWith("Refused 403: GET {operator:slug}/log", SingleRefusal(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_to_an_operator_of_others_is_logged_although_its_answer_is_404()
    {
        await fixture.Ship.Cast("another-operator");

        await fixture.Cast.Sam.Browser.GetAsync("/another-operator/log", TestContext.Current.CancellationToken);
        await fixture.Cast.Sam.Browser.GetAsync(
            $"/{fixture.Cast.Slug}/charters/{Guid.NewGuid()}", TestContext.Current.CancellationToken);

        Assert.Equal(
            $"Refused 404: GET {{operator:slug}}/log of another operator, session {fixture.Cast.Sam.SessionId}",
            SingleRefusal());
    }

    [Fact]
    public async Task A_body_that_no_page_sends_is_logged()
    {
        using var text = new StringContent(Secret);

        await fixture.Cast.Dana.Api.PostAsync("/api/vessels", text, TestContext.Current.CancellationToken);

        Assert.StartsWith("Refused 415: POST /api/vessels", SingleRefusal(), StringComparison.Ordinal);
        AssertNotLogged(Secret);
    }

    [Fact]
    public async Task A_form_from_another_site_is_logged_without_the_token_in_its_address()
    {
        using var client = fixture.Ship.CreateClient();

        await client.With("Sec-Fetch-Site", "cross-site", HttpMethod.Post, $"/waivers/{Secret}");

        Assert.StartsWith("Refused 403: POST ", SingleRefusal(), StringComparison.Ordinal);
        AssertNotLogged(Secret);
    }

    [Fact]
    public async Task A_rate_limited_request_is_logged()
    {
        using var client = fixture.Ship.CreateClient();
        for (var i = 0; i < 2; i++) await client.Get("/api/sun?latitude=32.7&longitude=-117.1&date=2026-07-04");

        Assert.StartsWith("Refused 429: GET /api/sun", SingleRefusal(), StringComparison.Ordinal);
    }

    private string SingleRefusal() =>
        Assert.Single(log.Lines, line => line.StartsWith("Refused ", StringComparison.Ordinal));

    private void AssertNotLogged(string secret) => Assert.DoesNotContain(secret, log.All, StringComparison.Ordinal);
}
