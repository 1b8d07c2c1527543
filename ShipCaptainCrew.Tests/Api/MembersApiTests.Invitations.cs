using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class MembersApiTests
{
    [Theory]
    [InlineData("""{"email":"a@example.com"}""", "name")]
    [InlineData("""{"name":"  ","email":"a@example.com"}""", "name")]
    [InlineData("""{"name":5,"email":"a@example.com"}""", "name")]
    [InlineData("""{"name":["Jo"],"email":"a@example.com"}""", "name")]
    [InlineData("""{"name":"Jo\u0000","email":"a@example.com"}""", "name")]
    [InlineData("""{"name":"Jo"}""", "email")]
    [InlineData("""{"name":"Jo","email":"nowhere"}""", "email")]
    [InlineData("""{"name":"Jo","email":"a@example.com\r\nBcc: b@example.com"}""", "email")]
    [InlineData("""{"name":"Jo","email":{"at":"example.com"}}""", "email")]
    [InlineData(
        """{"name":"Jo","email":"a@example.com","phone":"0123456789012345678901234567890123456789x"}""", "phone")]
    [InlineData("""{"name":"Jo","email":"a@example.com","role":"admiral"}""", "role")]
    [InlineData("""{"name":"Jo","email":"a@example.com","role":null}""", "role")]
    [InlineData("""{"name":"Jo","email":"a@example.com","qualifications":["cook"]}""", "qualifications")]
    public async Task An_invalid_field_is_refused_and_nobody_is_invited(string body, string field)
    {
        var before = (await All(Queen.Olive)).Count;

        var problem = await Queen.Olive.Api.Post("/api/members", JsonNode.Parse(body)).Json(422);

        Assert.NotNull(problem.ErrorAt(field));
        Assert.Single(problem["errors"]!.AsObject());
        Assert.Equal(before, (await All(Queen.Olive)).Count);
    }

    [Fact]
    public async Task A_name_may_have_up_to_120_characters_of_any_script()
    {
        var unusual = "שרה 👩‍✈️ <script>alert(1)</script>";
        var jo = await Invite(unusual);
        Assert.Equal(unusual, (string?)jo["name"]);

        await Invite(new string('x', 120));
        var problem = await Queen.Dana.Api.Post("/api/members", new { name = new string('x', 121), email = Address() })
            .Json(422);
        Assert.Contains("121", problem.ErrorAt("name"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_repeated_with_the_same_key_invites_once()
    {
        var (key, body) = (Guid.NewGuid().ToString(), new { name = "Jo", email = Address() });

        var first = await InviteWithKey(key, body).Json(201);
        var second = await InviteWithKey(key, body).Json(201);

        Assert.True(Same(first, second));
        await InviteWithKey(key, new { name = "Somebody else", email = Address() }).Json(422);
    }

    [Fact]
    public async Task An_address_that_differs_only_in_case_is_already_a_member()
    {
        var email = Address();
        await Queen.Dana.Api.Post("/api/members", new { name = "Jo", email }).Json(201);

        var problem = await Queen.Dana.Api
            .Post("/api/members", new { name = "Jo again", email = email.ToUpperInvariant() })
            .Json(422);

        Assert.EndsWith("is already a member.", problem.ErrorAt("email"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_another_operator_joins_as_the_same_person()
    {
        await Queen.Dana.Api
            .Post("/api/members", new { name = "Sam of the strangers", email = "Sam@strangers.example" })
            .Json(201);

        var memberships =
            await fixture.Ship.In(services => services.GetRequiredService<AppDbContext>().AcrossOperators<Member>()
            .Where(member => EF.Functions.Like(member.Email, "sam@strangers.example")).ToListAsync());

        Assert.Equal(2, memberships.Count);
        Assert.Single(memberships.DistinctBy(member => member.PersonId));
    }

    [Fact]
    public async Task An_archived_member_keeps_the_same_id_when_invited_again()
    {
        var email = Address();
        var jo = await Queen.Dana.Api.Post("/api/members", new { name = "Jo", email }).Json(201);
        await Queen.Dana.Api.DeleteAsync($"/api/members/{jo["id"]}").Json(204);

        var back = await Queen.Dana.Api
            .Post("/api/members", new { name = "Jo Back", email, qualifications = new[] { "deckhand" } })
            .Json(201);

        Assert.True(Same(jo, back));
        Assert.Equal("Jo Back", (string?)back["name"]);
        Assert.Contains(await All(Queen.Dana), member => Same(member, jo));
    }

    [Fact]
    public async Task An_invitation_can_be_sent_again_until_the_member_has_joined()
    {
        var jo = await Invite("Jo");
        await Queen.Dana.Api.Post($"/api/members/{jo["id"]}/invite").Json();

        var joined = await Queen.Dana.Api.Post($"/api/members/{Queen.Sam.MemberId}/invite").Json(409);
        await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", new { status = "suspended" }).Json();
        var suspended = await Queen.Dana.Api.Post($"/api/members/{jo["id"]}/invite").Json(409);

        Assert.Equal("already_joined", (string?)joined["code"]);
        Assert.Equal("may_not_come", (string?)suspended["code"]);
    }

    private Task<HttpResponseMessage> InviteWithKey(string key, object body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/members")
        {
            Content = System.Net.Http.Json.JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", key);
        return Queen.Dana.Api.SendAsync(request);
    }
}
