using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>Tests the rate limits with their default values.</summary>
public sealed class LimitsTests : IAsyncLifetime
{
    private readonly AppFixture app = new() { KeepsLimits = true };
    private Cast queen = null!;

    public async ValueTask InitializeAsync() => queen = await app.Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Thirty_sign_in_emails_can_be_requested_from_one_address_in_fifteen_minutes()
    {
        using var visitor = app.CreateClient();
        for (var i = 0; i < 30; i++)
            await visitor.Post("/api/auth/magic-links", new { email = $"nobody{i}@nowhere.example" }).Json(202);

        const string email = "sam@queen-of-san-diego.example";
        await AssertTooMany(visitor.Post("/api/auth/magic-links", new { email }), 900);
        await AssertTooMany(visitor.PostForm("/sign-in", ("email", email)), 900);
    }

    [Theory]
    [InlineData("/api/auth/magic-links?handler=x")]
    [InlineData("/api/auth/magic-links?handler=passkey")]
    [InlineData("/sign-in?handler=x")]
    [InlineData("/sign-in?handler=&handler=passkey")]
    public async Task A_handler_in_the_query_string_does_not_avoid_the_limit(string address)
    {
        using var visitor = app.CreateClient();
        for (var i = 0; i < 30; i++)
            await visitor.Post("/api/auth/magic-links", new { email = $"nobody{i}@nowhere.example" }).Json(202);

        await AssertTooMany(
            address.StartsWith("/api", StringComparison.Ordinal)
                ? visitor.Post(address, new { email = "sam@queen-of-san-diego.example" })
                : visitor.PostForm(
                    "/sign-in", address["/sign-in".Length..], ("email", "sam@queen-of-san-diego.example")),
            900);
    }

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
    public async Task A_mailbox_gets_three_emails_in_fifteen_minutes_and_ten_a_day_with_the_same_responses()
    {
        using var visitor = app.CreateClient();
        for (var quarter = 0; quarter < 5; quarter++)
        {
            for (var i = 0; i < 5; i++)
            {
                var email = i % 2 == 0 ? "sam@queen-of-san-diego.example" : "SAM@Queen-of-San-Diego.example";
                var response = await visitor.Post("/api/auth/magic-links", new { email }).Json(202);
                Assert.Equal(43, ((string)response["ask"]!).Length);
            }

            Assert.Equal(new[] { 3, 6, 9, 10, 10 }[quarter], await SentLinks());
            app.Clock.Advance(TimeSpan.FromMinutes(16));
        }
    }

    [Fact]
    public async Task After_two_hundred_sign_in_emails_in_an_hour_everybody_gets_the_same_refusal()
    {
        var crew = Enumerable.Range(0, 67).Select(i => Person.WithAddress($"crew{i}@nowhere.example")).ToList();
        await app.Change(queen.OperatorId, async (db, actor) =>
        {
            await db.AddRangeAsync(crew);
            await db.AddRangeAsync(
                Enumerable.Range(0, 199)
                    .Select(i => MagicLink.Asked(crew[i % crew.Count].Id, RandomTokens.Token(), actor.At)));
            return true;
        });
        using var visitor = app.CreateClient();
        await visitor.Post("/api/auth/magic-links", new { email = "nobody@nowhere.example" }).Json(202);
        await visitor.Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" }).Json(202);

        foreach (var email in new[] { "kim@queen-of-san-diego.example", "nobody@nowhere.example" })
        {
            await AssertTooMany(visitor.Post("/api/auth/magic-links", new { email }), 3600);
            await AssertTooMany(visitor.PostForm("/sign-in", ("email", email)), 3600);
        }

        app.Clock.Advance(TimeSpan.FromHours(1));
        await visitor.Post("/api/auth/magic-links", new { email = "kim@queen-of-san-diego.example" }).Json(202);
    }

    [Fact]
    public async Task A_person_can_make_six_hundred_requests_a_minute_over_all_their_tokens()
    {
        var again = await queen.Sam.SignInAgain(app, queen.OperatorId);
        foreach (var program in new[] { queen.Sam.Api, again, queen.Sam.Browser })
            for (var i = 0; i < 200; i++) Assert.Equal(200, (int)(await program.Get("/api/me")).StatusCode);

        foreach (var program in new[] { queen.Sam.Api, again, queen.Sam.Browser })
            await AssertTooMany(program.Get("/api/me"), 60);
        Assert.Equal(200, (int)(await queen.Sam.Browser.Get($"/{queen.Slug}/me")).StatusCode);
        await queen.Kim.Api.Get("/api/me").Json();
    }

    [Fact]
    public async Task Six_hundred_invalid_tokens_a_minute_are_checked_per_address_without_affecting_valid_ones()
    {
        using var visitor = app.CreateClient();
        for (var i = 0; i < 600; i++)
        {
            using var response = await visitor.With("Authorization", $"Bearer guess{i}", HttpMethod.Get, "/api/me");
            Assert.Equal(401, (int)response.StatusCode);
        }

        await AssertTooMany(visitor.With("Authorization", "Bearer one more", HttpMethod.Get, "/api/me"), 60);
        await queen.Sam.Api.Get("/api/me").Json();
    }

    [Fact]
    public async Task A_person_can_open_five_streams_and_another_one_when_one_has_ended()
    {
        var (mine, stream) = (new List<EventStreamReader>(), $"/{queen.Slug}/stream");
        for (var i = 0; i < 5; i++)
            mine.Add(await EventStreamReader.Begin(i % 2 == 0 ? queen.Sam.Browser : queen.Sam.Api, stream));
        foreach (var reader in mine) await reader.Hear();

        await AssertTooMany(queen.Sam.Browser.With("Accept", "text/event-stream", HttpMethod.Get, stream), 60);
        await using var another = await EventStreamReader.Begin(queen.Kim.Browser, stream);
        await mine[0].DisposeAsync();

        for (var tries = 0; (int)(await OpenStream(queen.Sam.Browser, stream)).StatusCode == 429; tries++)
        {
            Assert.True(tries < 200, "The ended stream was not released within 10 s.");
            await Task.Delay(50, TestContext.Current.CancellationToken);
        }

        foreach (var reader in mine[1..]) await reader.DisposeAsync();
    }

    [Fact]
    public async Task The_streams_of_one_address_are_limited_over_all_people()
    {
        await using var limited =
            new AppFixture { KeepsLimits = true, Settings = { ["Limits:StreamsByAddress"] = "3" } };
        var (cast, open) = (await limited.Cast(), new List<EventStreamReader>());
        foreach (var user in new[] { cast.Kim, cast.Max, cast.Sam })
            open.Add(await EventStreamReader.Begin(user.Browser, $"/{cast.Slug}/stream"));

        await AssertTooMany(OpenStream(cast.Alex.Browser, $"/{cast.Slug}/stream"), 60);
        Assert.Equal(200, (int)(await cast.Alex.Browser.Get($"/{cast.Slug}")).StatusCode);

        foreach (var stream in open) await stream.DisposeAsync();
    }

    [Fact]
    public async Task A_person_can_make_ten_exports_an_hour()
    {
        var book = $"/{queen.Slug}/waivers/book.csv";
        for (var i = 0; i < 10; i++) Assert.Equal(200, (int)(await queen.Olive.Browser.Get(book)).StatusCode);

        await AssertTooMany(queen.Olive.Browser.Get(book), 3600);
        Assert.Equal(403, (int)(await queen.Dana.Browser.Get(book)).StatusCode);
    }

    [Fact]
    public async Task A_rate_limit_is_reported_as_problem_details_to_programs_and_as_a_page_to_people()
    {
        await using var hasty = new AppFixture { Settings = { ["Limits:Api"] = "1", ["Limits:SignIn"] = "1" } };
        var kim = (await hasty.Cast()).Kim;
        using var visitor = hasty.CreateClient();
        await kim.Api.Get("/api/me").Json();
        await visitor.PostForm("/sign-in", ("email", "kim@queen-of-san-diego.example"));

        using var program = await kim.Api.Get("/api/me");
        using var lost = await kim.Api.Get("/queen-of-san-diego");
        using var person = await visitor.PostForm("/sign-in", ("email", "kim@queen-of-san-diego.example"));

        Assert.Equal("application/problem+json", program.Content.Headers.ContentType?.MediaType);
        Assert.Equal("too_many", (string?)(await Task.FromResult(program).Json(429))["code"]);
        foreach (var page in new[] { lost, person })
            Assert.Equal((429, "Too many tries"),
                ((int)page.StatusCode, (await page.Html()).QuerySelector("main h1")?.TextContent));
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

    private static async Task<HttpResponseMessage> OpenStream(HttpClient browser, string stream)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, stream);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.IsSuccessStatusCode) response.Dispose();
        return response;
    }

    private static async Task AssertTooMany(Task<HttpResponseMessage> request, int seconds)
    {
        using var response = await request;
        Assert.Equal(429, (int)response.StatusCode);
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, seconds);
    }

    private async Task<int> SentLinks()
    {
        await app.Rest();
        return await app.In(services =>
            services.GetRequiredService<AppDbContext>().Set<MagicLink>()
                .CountAsync(link => link.PersonId != null && link.MemberId == null));
    }
}
