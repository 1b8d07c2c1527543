using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class RolesApiTests
{
    [Theory]
    [InlineData("captain")]
    [InlineData("first_mate")]
    public async Task A_claim_without_the_qualification_is_refused(string role)
    {
        var problem = await Queen.Sam.Api.Post($"{await RolesOfCharter()}/{role}/claim").Json(403);

        Assert.Equal("not_qualified", (string?)problem["code"]);
    }

    [Fact]
    public async Task Only_the_office_and_the_captain_assign_other_members()
    {
        var roles = await RolesOfCharter();
        var sam = new { member_id = Queen.Sam.MemberId };
        foreach (var user in new[] { Queen.Max, Queen.Alex, Queen.Sam })
        {
            Assert.Equal("forbidden",
                (string?)(await user.Api.Post($"{roles}/deckhand/claim", new { member_id = Queen.Kim.MemberId })
                    .Json(403))["code"]);
            await user.Api.Post($"{roles}/captain/release", new { member_id = Queen.Kim.MemberId }).Json(403);
        }

        var assigned = PositionOf(await Queen.Kim.Api.Post($"{roles}/deckhand/claim", sam).Json(), "Sam");
        Assert.Equal(("claimed", null), ((string?)assigned["status"], (string?)assigned["confirmed_at"]));
        await Queen.Dana.Api.Post($"{roles}/deckhand/release", sam).Json();
        Assert.Equal(["member_id"], Errors(await Queen.Dana.Api.Post($"{roles}/captain/claim", sam).Json(422)));
        Assert.Equal("already_aboard",
            (string?)(await Queen.Dana.Api.Post($"{roles}/first_mate/claim", new { member_id = Queen.Kim.MemberId })
                .Json(409))["code"]);
    }

    [Theory]
    [InlineData("cook")]
    [InlineData("Captain")]
    [InlineData("0")]
    [InlineData("first-mate")]
    public async Task An_unknown_role_is_not_found(string role)
    {
        await Queen.Sam.Api.Post($"{await RolesOfCharter()}/{role}/claim").Json(404);
        await Queen.Sam.Api.Post($"{await RolesOfCharter()}/{role}/release").Json(404);
    }

    [Theory]
    [InlineData("""{ "member_id": 7 }""")]
    [InlineData("""{ "member_id": "Sam" }""")]
    [InlineData("""{ "member_id": ["x"] }""")]
    public async Task A_member_id_must_be_an_id(string body)
    {
        var problem = await Queen.Dana.Api
            .Post($"{await RolesOfCharter()}/deckhand/claim", JsonNode.Parse(body))
            .Json(422);

        Assert.Equal(["member_id"], Errors(problem));
    }

    private static IEnumerable<string> Errors(JsonNode problem) =>
        problem["errors"]!.AsObject().Select(field => field.Key);
}
