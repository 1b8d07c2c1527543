using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Tests that somebody without an account learns neither who has one nor how the server is built.</summary>
public sealed partial class BruteForceTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private static readonly string[] HiddenPaths =
    [
        "/dev/mail", "/dev/api", "/dev/sign-in", "/appsettings.json", "/data/shipcaptaincrew.db", "/keys/jwt.key",
        "/shipcaptaincrew.db", "/.git/config", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/keys/jwt.key",
        "/%2e%2e%5c%2e%2e%5cappsettings.json", "//etc/passwd",
        "/app.js/..%2f..%2fShipCaptainCrew.dll", "/file:%2f%2f/etc/passwd", "/sign-in/..%2f..%2fkeys%2fjwt.key",
        "/waivers/..%2f..%2fkeys%2fjwt.key", "/party/%2e%2e%2f",
        "/openapi/..%2f..%2fappsettings.json",
    ];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_known_and_an_unknown_address_get_the_same_response_and_the_same_work()
    {
        var count = AttackRounds.For(3, 300);
        await endpoints.Queen.Deckhands(count);
        for (var i = 1; i <= count; i++)
        {
            var observed = new List<(string Page, string Program, int Links, int Emails)>();
            foreach (var who in new[] { "deckhand", "deckhead" })
            {
                var email = $"{who}{i}@queen-of-san-diego.example";
                var before = await Rows();
                using var browser = endpoints.App.CreateClient(new() { AllowAutoRedirect = false });
                using var page = await browser.PostForm("/sign-in", ("email", email));
                using var program = await browser.Post("/api/auth/magic-links", new { email });
                var after = await Rows();
                observed.Add(
                    (await Shape(page), await Shape(program), after.Links - before.Links,
                        after.Emails - before.Emails));
            }

            Assert.Equal(observed[0], observed[1]);
            Assert.Equal((2, 2), (observed[0].Links, observed[0].Emails));
        }
    }

    [Fact]
    public async Task A_wrong_code_is_counted_even_if_no_email_was_sent()
    {
        using var visitor = endpoints.Anonymous();
        foreach (var email in new[] { "max@queen-of-san-diego.example", "min@queen-of-san-diego.example" })
        {
            var ask = (string)(await visitor.Post("/api/auth/magic-links", new { email }).Json(202))["ask"]!;
            await endpoints.App.Rest();
            for (var i = 0; i < 3; i++)
                await visitor.Post("/api/auth/tokens", new { ask, code = "00000000" }).Json(400);
            // If only one of them were counted, only one would write to disk, and the response time would show it.
            Assert.Equal((email, 3),
                (email,
                    await endpoints.App.In(
                        services => services.GetRequiredService<AppDbContext>().Set<MagicLink>()
                            .Where(link => link.AskHash == MagicLink.Hash(ask)).Select(link => link.WrongCodes)
                            .SingleAsync(stop))));
        }
    }

    [Fact]
    public async Task Invitations_and_passkey_requests_do_not_reveal_who_has_an_account()
    {
        var invited = new List<string>();
        foreach (var email in new[] { "olive@strangers.example", "olivo@strangers.example" })
        {
            using var response =
                await endpoints.Queen.Dana.Api.Post("/api/members", new { name = "Ollie", email, role = "crew" });
            invited.Add(
                Ids().Replace($"{await Shape(response)} {await response.Content.ReadAsStringAsync(stop)}", "")
                    .Replace("olive", "olivo", StringComparison.Ordinal));
        }

        Assert.Equal(invited[0], invited[1]);
        var asked = await endpoints.App.CreateClient().PostForm("/sign-in", "?handler=Ask").Json();
        Assert.Empty(asked["options"]!["allowCredentials"]?.AsArray() ?? []);
    }

    [Fact]
    public async Task Files_and_development_pages_are_not_served_in_Production()
    {
        await using var production = new AppFixture();
        production.Settings["environment"] = "Production";
        using var anonymous =
            production.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://ship.test") });
        foreach (var (path, method) in HiddenPaths.SelectMany(
            path => new[] { "GET", "POST", "TRACE" }.Select(method => (path, method))))
        {
            using var response = await anonymous.SendAsync(new(new(method), "https://ship.test" + path), stop);
            Assert.True(
                (int)response.StatusCode is 302 or 400 or 401 or 403 or 404 or 405 or 429
                    || path.StartsWith("/sign-in/", StringComparison.Ordinal),
                $"{method} {path}: {(int)response.StatusCode}");
            var body = await response.Content.ReadAsStringAsync(stop);
            foreach (var internalText in new[] {
                "Logging", "root:", "SQLite format", "Scalar", "   at ", "Microsoft.", "/work/" })
                Assert.DoesNotContain(internalText, body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_stream_never_contains_events_of_another_operator_whatever_id_it_resumes_from()
    {
        foreach (var id in new[] { null, "1", "-1", "99999999999999999999", "x" })
        {
            await using var stream = await EventStreamReader.Begin(endpoints.Robin.Api, "/strangers/stream", id);
            await stream.Hear();
            for (var i = 0; i < AttackRounds.For(5, 200); i++)
                await endpoints.Queen.Dana.Api.Put(endpoints.Charter.Api, new { notes = $"{id} {i}" }).Json();
            await endpoints.Robin.Api.Post("/api/vessels", new { name = $"Robin's {id}", passenger_capacity = 6 })
                .Json(201);

            var first = (await stream.Next())!.Value;

            Assert.DoesNotContain($"{endpoints.Charter.CharterId}", first.Data, StringComparison.Ordinal);
            Assert.DoesNotContain("charter.", first.Data, StringComparison.Ordinal);
        }
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();

    private async Task<(int Links, int Emails)> Rows() => await endpoints.App.In(async services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        return (await db.Set<MagicLink>().CountAsync(stop),
            await db.Outbox.IgnoreQueryFilters([AppDbContext.OperatorFilter]).CountAsync(stop));
    });

    /// <summary>
    /// Everything visible in a response except its time; both cases run the same code, so the time is not measured.
    /// </summary>
    private async Task<string> Shape(HttpResponseMessage response) =>
        $"{(int)response.StatusCode} {response.Headers.Location} {string.Join(',',
            response.Headers.Concat(response.Content.Headers)
                .Select(header => $"{header.Key}:{string.Join(';', header.Value).Length}")
                .Order())} {(await response.Content.ReadAsStringAsync(stop)).Length}";
}
