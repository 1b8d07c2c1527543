using Microsoft.Extensions.Configuration;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>Tests the rate limits with their default values.</summary>
public sealed partial class LimitsTests : IAsyncLifetime
{
    private readonly AppFixture app = new() { KeepsLimits = true };
    private Cast queen = null!;

    public async ValueTask InitializeAsync() => queen = await app.Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Twenty_invalid_links_and_codes_block_an_address_whatever_forwarded_header_it_sends()
    {
        using var visitor = app.CreateClient();
        for (var i = 0; i < 10; i++)
        {
            visitor.DefaultRequestHeaders.Remove("X-Forwarded-For");
            visitor.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            await visitor.Post("/api/auth/tokens", new { token = $"guess{i}", ask = "guess" }).Json(400);
            Assert.Equal(422, (int)(await visitor.PostForm("/sign-in/sent", ("code", $"GUESS00{i}"))).StatusCode);
        }

        await AssertTooMany(visitor.Post("/api/auth/tokens", new { token = "guess", ask = "guess" }), 900);
        await AssertTooMany(visitor.PostForm("/sign-in/sent", ("code", "GUESS000")), 900);
        await AssertTooMany(visitor.PostForm("/sign-in", "?handler=Passkey", ("credential", "{}")), 900);
    }

    [Fact]
    public async Task Twenty_passkey_requests_are_allowed_and_the_link_by_email_still_works_after_them()
    {
        using var visitor = app.CreateClient();
        for (var i = 0; i < 20; i++) await visitor.PostForm("/sign-in", "?handler=Ask").Json();

        await AssertTooMany(visitor.PostForm("/sign-in", "?handler=ask"), 900);
        await AssertTooMany(visitor.PostForm("/sign-in", "?handler=ask&handler=x"), 900);
        Assert.Equal(
            200, (int)(await visitor.PostForm("/sign-in", ("email", "sam@queen-of-san-diego.example"))).StatusCode);
    }

    [Fact]
    public async Task A_person_can_make_ten_exports_an_hour()
    {
        var book = $"/{queen.Slug}/waivers/book.csv";
        for (var i = 0; i < 10; i++) Assert.Equal(200, (int)(await queen.Olive.Browser.Get(book)).StatusCode);

        await AssertTooMany(queen.Olive.Browser.Get(book), 3600);
        Assert.Equal(403, (int)(await queen.Dana.Browser.Get(book)).StatusCode);
    }

    [Theory]
    [InlineData("Limits:Api", "0")]
    [InlineData("Limits:Api", "many")]
    [InlineData("Limits:Apis", "600")]
    public void An_invalid_limit_is_named_at_startup(string setting, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();

        var refused = Assert.Throws<FormatException>(() => LimitOptions.Read(settings));

        Assert.StartsWith(setting, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guests_page_can_be_opened_sixty_times_a_minute_without_affecting_another_guests()
    {
        using var visitor = app.CreateClient();
        for (var i = 0; i < 60; i++) await visitor.Get("/waivers/one");

        await AssertTooMany(visitor.Get("/waivers/one"), 60);
        Assert.NotEqual(429, (int)(await visitor.Get("/waivers/another")).StatusCode);
        for (var i = 0; i < 600; i++) await visitor.Get($"/party/guess{i}");
        await AssertTooMany(visitor.Get("/party/one-more"), 60);
    }

    private static async Task AssertTooMany(Task<HttpResponseMessage> request, int seconds)
    {
        using var response = await request;
        Assert.Equal(429, (int)response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, seconds);
    }
}
