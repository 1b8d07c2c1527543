using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class AuthApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private readonly HttpClient program = fixture.Ship.CreateClient();

    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_program_signs_in_by_the_link_and_by_the_code_of_the_email()
    {
        foreach (var proof in new Func<SignInEmail, object>[] { email => new { token = email.Token, ask = email.Ask },
            email => new { token = email.Token, code = email.Code },
            email => new { ask = email.Ask, code = email.Code } })
        {
            var body = proof(await Ask("sam@queen-of-san-diego.example"));

            var token = await program.Post("/api/auth/tokens", body).Json();

            Assert.Equal(["access_token", "token_type", "expires_in", "operator", "role"],
                token.AsObject().Select(field => field.Key));
            Assert.Equal(("Bearer", 28800, Queen.Slug, "crew"),
                ((string?)token["token_type"], (int?)token["expires_in"], (string?)token["operator"],
                    (string?)token["role"]));
            var me = await With((string)token["access_token"]!).Get("/api/me").Json();
            Assert.Equal(["id", "member_id", "name", "email", "operator", "role", "qualifications"],
                me.AsObject().Select(field => field.Key));
            Assert.Equal((Queen.Sam.MemberId, "Sam", "sam@queen-of-san-diego.example"),
                ((Guid)me["member_id"]!, (string?)me["name"], (string?)me["email"]));
            await program.Post("/api/auth/tokens", body).Json(400);
        }
    }

    [Fact]
    public async Task The_token_names_its_person_session_and_operator()
    {
        var claims = JsonNode.Parse(
            Encoding.UTF8.GetString(
                System.Buffers.Text.Base64Url.DecodeFromChars(
                    Queen.Olive.Api.DefaultRequestHeaders.Authorization!.Parameter!.Split('.')[1])))!;

        Assert.Superset(
            new HashSet<string> { "sub", "sid", "jti", "name", "operator", "role", "iat", "exp", "iss", "aud" },
            claims.AsObject().Select(claim => claim.Key).ToHashSet());
        Assert.Equal((Queen.Slug, "owner", 28800),
            ((string?)claims["operator"], (string?)claims["role"], (int)claims["exp"]! - (int)claims["iat"]!));
    }

    [Fact]
    public async Task A_member_of_two_operators_gets_a_token_for_the_chosen_one()
    {
        await fixture.Strangers.Olive.Api
            .Post("/api/members", new { name = "Alex", email = "alex@queen-of-san-diego.example", role = "crew" })
            .Json(201);
        var invitation = await fixture.Ship.Post.Arrival(
            delivery => delivery.To.Contains("alex@queen-of-san-diego.example")
                && delivery.Message.TextBody!.Contains("/sign-in/", StringComparison.Ordinal));
        await Queen.Alex.Api
            .Post("/api/invitations/accept", new { token = Link().Match(invitation.TextBody!).Groups[1].Value })
            .Json();
        foreach (var slug in new[] { Queen.Slug, fixture.Strangers.Slug })
        {
            var email = await Ask("alex@queen-of-san-diego.example");
            var unknown = await Exchange(email, "atlantis").Json(422);
            Assert.NotNull(unknown.ErrorAt("operator"));

            var token = await Exchange(email, slug).Json();

            var me = await With((string)token["access_token"]!).Get("/api/me").Json();
            Assert.Equal((slug, slug), ((string?)token["operator"], (string?)me["operator"]));
        }

        Task<HttpResponseMessage> Exchange(SignInEmail email, string slug) =>
            program.Post("/api/auth/tokens", new { token = email.Token, ask = email.Ask, @operator = slug });
    }

    private HttpClient With(string token)
    {
        var client = fixture.Ship.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Requests a link and reads the email that arrives.</summary>
    private async Task<SignInEmail> Ask(string email)
    {
        var before = fixture.Ship.Post.Deliveries.Count(delivery => delivery.To.Contains(email));
        var ask = (string)(await program.Post("/api/auth/magic-links", new { email }).Json(202))["ask"]!;
        await Waiting.Until(
            () => fixture.Ship.Post.Deliveries.Count(delivery => delivery.To.Contains(email)) > before);
        var text = fixture.Ship.Post.Deliveries.Last(delivery => delivery.To.Contains(email)).Message.TextBody!;
        return new(ask, Link().Match(text).Groups[1].Value, Code().Match(text).Value);
    }

    [GeneratedRegex("https://ship.test/sign-in/([A-Za-z0-9_-]{43})")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b[0-9A-HJKMNP-TV-Z]{4}[- ]?[0-9A-HJKMNP-TV-Z]{4}\b")]
    private static partial Regex Code();

    private sealed record SignInEmail(string Ask, string Token, string Code);
}
