using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class AuthApiTests
{
    [Theory]
    [InlineData("olive@queen-of-san-diego.example")]
    [InlineData("nobody@nowhere.example")]
    [InlineData("OLIVE@Queen-of-San-Diego.example")]
    public async Task The_response_does_not_reveal_whether_the_address_is_known(string email)
    {
        var answer = await program.Post("/api/auth/magic-links", new { email });

        var body = await Task.FromResult(answer).Json(202);
        Assert.Equal(["ask"], body.AsObject().Select(field => field.Key));
        Assert.Equal(43, ((string)body["ask"]!).Length);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "email": null }""")]
    [InlineData("""{ "email": "olive" }""")]
    [InlineData("""{ "email": 7 }""")]
    [InlineData("""{ "email": ["olive@queen-of-san-diego.example"] }""")]
    [InlineData("""{ "email": "a@b.example\r\nBcc: c@d.example" }""")]
    public async Task An_invalid_email_address_is_refused(string body) =>
        Assert.NotNull((await program.Post("/api/auth/magic-links", JsonNode.Parse(body)).Json(422)).ErrorAt("email"));

    [Fact]
    public async Task Every_wrong_sign_in_proof_gets_the_same_response()
    {
        var email = await Ask("max@queen-of-san-diego.example");
        var answers = new List<string>();
        foreach (var proof in new object[]
        {
            new { }, new { token = email.Token }, new { ask = email.Ask }, new { code = email.Code },
            new { token = "x", ask = email.Ask }, new { token = email.Token, ask = "x" },
            new { ask = email.Ask, code = "" }, new { token = new string('t', 5000), ask = email.Ask },
        })
        {
            var problem = (await program.Post("/api/auth/tokens", proof).Json(400)).AsObject();
            problem.Remove("trace_id");
            answers.Add(problem.ToJsonString());
        }

        Assert.Single(answers.Distinct());
        await program.Post("/api/auth/tokens", new { token = email.Token, ask = email.Ask }).Json();
    }

    [Fact]
    public async Task Removed_rights_and_suspension_take_effect_on_the_next_request()
    {
        var (dispatcher, deckhand) = (
            await TestUser.Create(fixture.Ship, Queen.OperatorId, Queen.Slug, "Dora", MemberRole.Dispatcher),
            await TestUser.Create(
                fixture.Ship, Queen.OperatorId, Queen.Slug, "Dirk", MemberRole.Crew, CrewRole.Deckhand));
        await dispatcher.Api.Post("/api/vessels", new { name = "Mistral", passenger_capacity = 6 }).Json(201);
        await Queen.Olive.Api.Put($"/api/members/{dispatcher.MemberId}", new { role = "crew" }).Json();
        await Queen.Olive.Api.Put($"/api/members/{deckhand.MemberId}", new { status = "suspended" }).Json();

        await dispatcher.Api.Post("/api/vessels", new { name = "Sirocco", passenger_capacity = 6 }).Json(403);
        Assert.Equal("crew", (string?)(await dispatcher.Api.Get("/api/me").Json())["role"]);
        Assert.Equal("Bearer", (await deckhand.Api.Get("/api/me")).Headers.WwwAuthenticate.ToString());
        await deckhand.Browser.Get("/api/me").Json(401);
    }
}
