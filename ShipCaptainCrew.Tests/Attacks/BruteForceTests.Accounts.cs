using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class BruteForceTests
{
    [Fact]
    public async Task A_known_and_an_unknown_address_get_the_same_response_and_the_same_work()
    {
        var count = LongRun.Count(3, 300);
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
            var wrongCodes = await endpoints.App.In(services =>
                services.GetRequiredService<AppDbContext>().Set<MagicLink>()
                    .Where(link => link.AskHash == MagicLink.Hash(ask))
                    .Select(link => link.WrongCodes)
                    .SingleAsync(stop));
            Assert.Equal((email, 3), (email, wrongCodes));
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
            var description = $"{await Shape(response)} {await response.Content.ReadAsStringAsync(stop)}";
            invited.Add(Ids().Replace(description, "").Replace("olive", "olivo", StringComparison.Ordinal));
        }

        Assert.Equal(invited[0], invited[1]);
        var asked = await endpoints.App.CreateClient().PostForm("/sign-in", "?handler=Ask").Json();
        Assert.Empty(asked["options"]!["allowCredentials"]?.AsArray() ?? []);
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
        string.Join(' ',
            (int)response.StatusCode,
            response.Headers.Location,
            string.Join(',', response.Headers.Concat(response.Content.Headers)
                .Select(header => $"{header.Key}:{string.Join(';', header.Value).Length}")
                .Order()),
            (await response.Content.ReadAsStringAsync(stop)).Length);
}
