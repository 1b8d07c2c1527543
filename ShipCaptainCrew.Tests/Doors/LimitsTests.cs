using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Doors;

/// <summary>With the limits of the real world.</summary>
public sealed class LimitsTests : IAsyncLifetime
{
    private readonly Ship ship = new() { KeepsLimits = true };
    private Cast queen = null!;

    public async ValueTask InitializeAsync() => queen = await ship.Cast();

    public ValueTask DisposeAsync() => ship.DisposeAsync();

    [Fact]
    public async Task Thirty_letters_are_asked_for_from_one_place_in_a_quarter_of_an_hour()
    {
        using var visitor = ship.CreateClient();
        for (var i = 0; i < 30; i++) await visitor.Post("/api/auth/magic-links", new { email = $"nobody{i}@nowhere.example" }).Json(202);

        await TooMany(visitor.Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" }), 900);
        await TooMany(visitor.PostForm("/sign-in", ("email", "sam@queen-of-san-diego.example")), 900);
    }

    [Fact]
    public async Task Who_tries_twenty_links_and_codes_that_open_nothing_tries_no_more_and_lies_about_their_address_in_vain()
    {
        using var visitor = ship.CreateClient();
        for (var i = 0; i < 10; i++)
        {
            visitor.DefaultRequestHeaders.Remove("X-Forwarded-For");
            visitor.DefaultRequestHeaders.Add("X-Forwarded-For", $"203.0.113.{i}");
            await visitor.Post("/api/auth/tokens", new { token = $"guess{i}", ask = "guess" }).Json(400);
            Assert.Equal(422, (int)(await visitor.PostForm("/sign-in/sent", ("code", $"GUESS00{i}"))).StatusCode);
        }

        await TooMany(visitor.Post("/api/auth/tokens", new { token = "guess", ask = "guess" }), 900);
        await TooMany(visitor.PostForm("/sign-in/sent", ("code", "GUESS000")), 900);
        await TooMany(visitor.PostForm("/sign-in", "?handler=Passkey", ("credential", "{}")), 900);
    }

    [Fact]
    public async Task Twenty_questions_to_authenticators_are_enough_and_the_link_by_mail_is_still_there()
    {
        using var visitor = ship.CreateClient();
        for (var i = 0; i < 20; i++) await visitor.PostForm("/sign-in", "?handler=Ask").Json();

        await TooMany(visitor.PostForm("/sign-in", "?handler=ask"), 900);
        Assert.Equal(200, (int)(await visitor.PostForm("/sign-in", ("email", "sam@queen-of-san-diego.example"))).StatusCode);
    }

    [Fact]
    public async Task One_mailbox_gets_three_letters_in_a_quarter_of_an_hour_and_ten_a_day_and_whoever_asks_sees_no_difference()
    {
        using var visitor = ship.CreateClient();
        for (var quarter = 0; quarter < 5; quarter++)
        {
            for (var i = 0; i < 5; i++) Assert.Equal(43, ((string)(await visitor.Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" }).Json(202))["ask"]!).Length);
            Assert.Equal(new[] { 3, 6, 9, 10, 10 }[quarter], await Letters());
            ship.Clock.Advance(TimeSpan.FromMinutes(16));
        }
    }

    [Fact]
    public async Task A_program_asks_six_hundred_times_a_minute_and_another_is_none_the_worse()
    {
        for (var i = 0; i < 600; i++) Assert.Equal(200, (int)(await queen.Sam.Api.Get("/api/me")).StatusCode);

        await TooMany(queen.Sam.Api.Get("/api/me"), 60);
        await queen.Kim.Api.Get("/api/me").Json();
    }

    [Fact]
    public async Task A_guests_page_is_opened_sixty_times_a_minute_and_another_guests_is_none_the_worse()
    {
        using var visitor = ship.CreateClient();
        for (var i = 0; i < 60; i++) await visitor.Get("/waivers/one");

        await TooMany(visitor.Get("/waivers/one"), 60);
        Assert.NotEqual(429, (int)(await visitor.Get("/waivers/another")).StatusCode);
        for (var i = 0; i < 600; i++) await visitor.Get($"/party/guess{i}");
        await TooMany(visitor.Get("/party/one-more"), 60);
    }

    private static async Task TooMany(Task<HttpResponseMessage> asked, int seconds)
    {
        using var answer = await asked;
        Assert.Equal(429, (int)answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, seconds);
    }

    private async Task<int> Letters()
    {
        await ship.Rest();
        return await ship.In(services => services.GetRequiredService<ShipDb>().Set<MagicLink>().CountAsync(link => link.PersonId != null && link.MemberId == null));
    }
}
