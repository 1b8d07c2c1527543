using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Tests tokens that this app did not create or created for another purpose.</summary>
public sealed partial class ForgedTokenTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    private byte[] Key => endpoints.App.Services.GetRequiredService<TokenKey>().Key.Key;

    private string Real => endpoints.Queen.Olive.Api.DefaultRequestHeaders.Authorization!.Parameter!;

    [Fact]
    public async Task Only_a_valid_token_created_by_this_app_is_accepted()
    {
        var (payload, now) = (Part(Real, 1), endpoints.App.Clock.GetUtcNow().ToUnixTimeSeconds());
        Assert.Equal(200, await Status(Signed(Header(), payload)));
        var forged = new List<string>();
        foreach (var none in new[] { "none", "None", "NONE", "nOnE", "" })
            forged.AddRange(
            [
                Unsigned(Header(none), payload),
                Unsigned(Header(none), payload) + "x",
                Signed(Header(none), payload),
            ]);
        forged.AddRange([
            Signed(Header("HS384"), payload, (key, text) => HMACSHA384.HashData(key, text)),
            Signed(Header("HS512"), payload, (key, text) => HMACSHA512.HashData(key, text)),
            Signed(Header("RS256"), payload), Signed(Header("ES256"), payload), Signed(Header("hs256"), payload),
            Signed(Header("HS256", "JWE"), payload), Signed(Header("HS256", "at+jwt"), payload),
            Signed(Header(), payload, (_, text) => HMACSHA256.HashData(new byte[32], text)),
            Signed(Header(), payload, (_, text) => HMACSHA256.HashData(Array.Empty<byte>(), text)),
            Signed(Header(), payload, (_, text) => HMACSHA256.HashData("shipcaptaincrew"u8, text)),
            Signed(Header(more: ("kid", "../../../../dev/null")), payload,
                (_, text) => HMACSHA256.HashData(Array.Empty<byte>(), text)),
            Signed(Header(more: ("kid", "' UNION SELECT 'x")), payload, (_, text) => HMACSHA256.HashData("x"u8, text)),
            Signed(Header(more: ("jku", "https://evil.example/keys")), payload,
                (_, text) => HMACSHA256.HashData("x"u8, text)),
            Signed(Header(more: ("jwk", "{}")), payload, (_, text) => HMACSHA256.HashData("x"u8, text)),
            Swapped(payload), Real[..^1], Real[..Real.LastIndexOf('.')], Real[..(Real.LastIndexOf('.') + 1)],
            Real + ".x", "." + Real, Real.Replace('.', ' '),
            With("exp", null), With("exp", now - 1), With("exp", now), With("nbf", now + 600), With("iss", null),
            With("iss", "evil"), With("aud", null), With("aud", "evil"),
            With("sid", null), With("sid", $"{Guid.CreateVersion7()}"), With("sid", "x"),
            With("sid", $"{endpoints.Queen.OperatorId}"),
        ]);

        // What the token says does not fit the session that it names.
        var issued = (long)JsonNode.Parse(payload)!["iat"]!;
        var sessionEnd = issued + (long)Session.MaxLifetime.TotalSeconds;
        forged.AddRange([
            With("sub", null), With("sub", "x"), With("sub", $"{Guid.CreateVersion7()}"),
            With("sub", new JsonArray($"{JsonNode.Parse(payload)!["sub"]}")), With("jti", null), With("jti", 7),
            With("operator", null), With("operator", ""), With("operator", "strangers"), With("operator", "nowhere"),
            With("operator", new JsonArray(endpoints.Queen.Slug, "strangers")),
            With("iat", null), With("iat", $"{issued}"), With("iat", issued - 1), With("iat", now + 1),
            With("iat", now + 600), With("iat", issued + 0.5), With("exp", sessionEnd + 3600),
        ]);

        // Signed with the right key, but not in the form that this app writes.
        forged.AddRange([
            With("exp", $"{now + 600}"), With("exp", new JsonArray(now + 600)), With("exp", true),
            Signed(Header(), payload.Replace("{\"", $"{{\"exp\":{now - 600},\"", StringComparison.Ordinal)),
            Signed(Header(more: ("crit", new JsonArray("b64"))), payload),
            Signed(Header(more: ("crit", new JsonArray())), payload), Signed(Header(more: ("kid", "1")), payload),
            Signed(Header(more: ("kid", "")), payload),
            Signed(Header(more: ("jku", "https://evil.example/keys")), payload),
            Signed(Header(more: ("cty", "JWT")), payload), Signed(Header(more: ("b64", false)), payload),
            Signed(Header(more: ("zip", "DEF")), payload),
            Signed(Header("HS256", "jwt"), payload), Signed(Header("HS256", ""), payload),
            Signed("""{"alg":"HS256"}""", payload), Signed("""{"typ":"JWT","alg":"HS256"}""", payload),
            Signed("""{"alg":"none","alg":"HS256","typ":"JWT"}""", payload),
            Signed("""{"alg":"HS256","typ":"at+jwt","typ":"JWT"}""", payload),
            Signed("""{ "alg": "HS256", "typ": "JWT" }""", payload),
        ]);

        foreach (var (token, i) in forged.Select((token, i) => (token, i)))
            Assert.Equal((i, token, 401), (i, token, await Status(token)));

        string With(string claim, JsonNode? value)
        {
            var claims = JsonNode.Parse(payload)!.AsObject();
            if (value is null) claims.Remove(claim);
            else claims[claim] = value;
            return Signed(Header(), claims.ToJsonString());
        }

        string Swapped(string from) =>
            string.Join('.',
                Real.Split('.')[0],
                Encode(from.Replace("\"owner\"", "\"dispatcher\"", StringComparison.Ordinal)),
                Real.Split('.')[2]);
    }

    [Fact]
    public async Task Role_and_name_in_a_token_give_no_rights()
    {
        var token = endpoints.Queen.Sam.Api.DefaultRequestHeaders.Authorization!.Parameter!;
        var sam = JsonNode.Parse(Part(token, 1))!.AsObject();
        (sam["role"], sam["name"]) = ("owner", "Olive");
        using var program = ClientWith(Signed(Header(), sam.ToJsonString()));

        var me = await program.Get("/api/me").Json();

        Assert.Equal(("crew", "Sam", endpoints.Queen.Slug),
            ((string?)me["role"], (string?)me["name"], (string?)me["operator"]));
        await program.Post("/api/vessels", new { name = "Mine", passenger_capacity = 6 }).Json(403);
    }

    [Fact]
    public async Task Other_tokens_are_not_accepted_as_program_tokens_nor_program_tokens_as_cookies()
    {
        foreach (var token in endpoints.Links.Values) Assert.Equal(401, await Status(token));
        foreach (var cookie in new[] { "scc-session", "__Host-scc-session", "session" })
        {
            using var browser = endpoints.Anonymous();
            browser.DefaultRequestHeaders.Add("Cookie", $"{cookie}={Real}");
            Assert.Equal(401, (int)(await browser.GetAsync("/api/me", stop)).StatusCode);
        }

        (string Page, LinkKind Kind)[] pages =
        [
            ("/waivers/", LinkKind.Waiver),
            ("/party/", LinkKind.Party),
            ("/me/answers/", LinkKind.Presence),
            ("/me/watch/", LinkKind.Overdue),
            ("/unsubscribe/", LinkKind.StopReminders),
        ];
        foreach (var (kind, token) in endpoints.Links)
        {
            foreach (var (page, right) in pages)
            {
                if (kind == right || (right == LinkKind.Party && kind == LinkKind.Dock)) continue;
                if (right == LinkKind.StopReminders && kind >= LinkKind.StopDaily) continue;
                Assert.Equal((kind, page, 404),
                    (kind, page, (int)(await endpoints.Anonymous().GetAsync(page + token, stop)).StatusCode));
            }
        }
    }

    [Fact]
    public async Task A_token_for_one_operator_finds_nothing_under_another()
    {
        foreach (var page in new[] { "", "/crew", "/vessels", "/stream", "/waivers/book" })
        {
            Assert.Equal((page, 404),
                (page, (int)(await endpoints.Robin.Api.GetAsync($"/{endpoints.Queen.Slug}{page}", stop)).StatusCode));
        }
    }

    private HttpClient ClientWith(string token)
    {
        var client = endpoints.App.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private async Task<int> Status(string token)
    {
        using var client = endpoints.App.CreateClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        using var response = await client.GetAsync("/api/me", stop);
        if (!response.IsSuccessStatusCode) Assert.Equal("Bearer", $"{response.Headers.WwwAuthenticate}");
        return (int)response.StatusCode;
    }
}
