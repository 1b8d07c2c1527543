using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// Tests sign-in links that are used again, at the same time and later, or followed by mail scanners.
/// </summary>
public sealed class LinkReplayTests : IAsyncLifetime
{
    private static readonly string[] Scanners =
    [
        "Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0)",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) SafeLinks", "Barracuda Sentinel (EE)", "Mimecast URL Protect",
        "Proofpoint URL Defense",
        "Symantec Click-time Protection", "Slackbot-LinkExpanding 1.0", "facebookexternalhit/1.1", "GoogleImageProxy",
        "curl/8.0",
    ];

    private readonly AppFixture app = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private Cast queen = null!;

    public async ValueTask InitializeAsync() => queen = await app.Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_link_signs_in_once_at_the_same_time_or_later_even_if_a_newer_one_exists()
    {
        using var client = app.CreateClient();
        var refusals = new HashSet<string>();
        for (var round = 0; round < LongRun.Count(2, 40); round++)
        {
            var (older, newer, expired) = (await Asked(), await Asked(), await Asked(-MagicLink.SignInLife));

            var responses = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Try(older)));

            Assert.Equal(1, responses.Count(response => response.Status == 200));
            refusals.UnionWith(responses.Where(response => response.Status != 200).Select(response => $"{response}"));
            foreach (var invalid in new[] { older, expired, ("nothing", "nothing") })
                refusals.Add($"{await Try(invalid)}");
            Assert.Equal(200, (await Try(newer)).Status);
        }

        // Unknown, used and expired links all get the same response.
        Assert.StartsWith("(400, ", Assert.Single(refusals), StringComparison.Ordinal);

        async Task<(int Status, string? Body)> Try((string Token, string Ask) link)
        {
            using var response = await client.Post("/api/auth/tokens", new { token = link.Token, ask = link.Ask });
            var body = JsonNode.Parse(await response.Content.ReadAsStringAsync(stop))!.AsObject();
            body.Remove("trace_id");
            return ((int)response.StatusCode, response.IsSuccessStatusCode ? null : body.ToJsonString());
        }
    }

    [Fact]
    public async Task A_mail_scanner_that_follows_a_link_neither_uses_it_nor_signs_in()
    {
        foreach (var scanner in Scanners.Take(LongRun.Count(3, Scanners.Length)))
        {
            var (token, ask) = await Asked();
            using var client = app.CreateClient(new() { AllowAutoRedirect = true });
            client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", scanner);
            foreach (var method in new[] { "HEAD", "GET", "OPTIONS", "GET" })
            {
                using var read = await client.SendAsync(new(new(method), $"/sign-in/{token}"), stop);
                Assert.DoesNotContain(read.Headers,
                    header => header.Key == "Set-Cookie"
                        && header.Value.Any(value => value.Contains("scc-session", StringComparison.Ordinal)));
            }

            foreach (var form in new (string, string)[][] { [], [("code", "")], [("code", "00000000")] })
                Assert.Equal(422, (int)(await client.PostForm($"/sign-in/{token}", form)).StatusCode);
            Assert.Equal(401, (int)(await client.Get("/api/me")).StatusCode);

            await app.CreateClient().Post("/api/auth/tokens", new { token, ask }).Json();
        }
    }

    /// <summary>
    /// Creates a sign-in link for Kim, requested at the given offset from now, and returns its secrets.
    /// </summary>
    private async Task<(string Token, string Ask)> Asked(TimeSpan offset = default)
    {
        var ask = RandomTokens.Token();
        var issued = await app.Change(queen.OperatorId, async (db, actor) =>
        {
            var email = Person.Normalize($"kim@{queen.Slug}.example");
            var person = await db.Users.FirstAsync(row => row.NormalizedEmail == email);
            var link = MagicLink.Asked(person.Id, ask, actor.At + offset);
            db.Add(link);
            return link.Issue();
        });
        return (issued.Token, ask);
    }
}
