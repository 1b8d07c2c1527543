using System.Text.Json.Nodes;
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
