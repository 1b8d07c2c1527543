using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed class RolesApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task Two_deckhands_claim_the_last_place_and_one_is_told_who_has_it()
    {
        var roles = await OfCharter(await Queen.Type("One deckhand", PlanningSteps.AtHalfPastFour, new(1, 0, 1)));
        var mine = Place(await Queen.Sam.Api.Post($"{roles}/deckhand/claim").Json(), "Sam");
        Assert.Equal(("claimed", "2026-07-01T16:00:00Z"), ((string?)mine["status"], (string?)mine["confirmed_at"]));

        var late = await Queen.Alex.Api.Post($"{roles}/deckhand/claim").Json(409);

        Assert.Equal(("taken", 409), ((string?)late["code"], (int?)late["status"]));
        Assert.True(
            JsonNode.DeepEquals(
                new JsonArray(new JsonObject { ["id"] = Queen.Sam.MemberId, ["name"] = "Sam" }), late["holders"]));
        Assert.Contains("Sam", (string?)late["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_that_does_not_sail_has_no_holders_to_name()
    {
        var roles = await OfCharter(await Queen.Type("No mate", PlanningSteps.AtHalfPastFour, new(1, 0, 1)));

        Assert.Empty((await Queen.Max.Api.Post($"{roles}/first_mate/claim").Json(409))["holders"]!.AsArray());
    }

    [Fact]
    public async Task Claimed_twice_is_claimed_once_and_released_by_one_who_has_it_not_is_nothing()
    {
        var roles = await OfCharter();
        var once = await Queen.Sam.Api.Post($"{roles}/deckhand/claim").Json();
        Assert.True(JsonNode.DeepEquals(once, await Queen.Sam.Api.Post($"{roles}/deckhand/claim").Json()));
        Assert.True(JsonNode.DeepEquals(once, await Queen.Alex.Api.Post($"{roles}/deckhand/release").Json()));
        Assert.True(JsonNode.DeepEquals(once, await Queen.Sam.Api.Post($"{roles}/first_mate/release").Json()));

        var released = await Queen.Sam.Api.Post($"{roles}/deckhand/release").Json();

        Assert.DoesNotContain("Sam", released["roles"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((long)once["revision"]! + 1, (long)released["revision"]!);
    }

    [Theory]
    [InlineData("captain")]
    [InlineData("first_mate")]
    public async Task Nobody_claims_what_they_are_not_qualified_for(string role)
    {
        var problem = await Queen.Sam.Api.Post($"{await OfCharter()}/{role}/claim").Json(403);

        Assert.Equal("not_qualified", (string?)problem["code"]);
    }

    [Fact]
    public async Task The_office_and_the_captain_name_somebody_and_nobody_else_does()
    {
        var roles = await OfCharter();
        var sam = new { member_id = Queen.Sam.MemberId };
        foreach (var hand in new[] { Queen.Max, Queen.Alex, Queen.Sam })
        {
            Assert.Equal("forbidden",
                (string?)(await hand.Api.Post($"{roles}/deckhand/claim", new { member_id = Queen.Kim.MemberId })
                    .Json(403))["code"]);
            await hand.Api.Post($"{roles}/captain/release", new { member_id = Queen.Kim.MemberId }).Json(403);
        }

        var assigned = Place(await Queen.Kim.Api.Post($"{roles}/deckhand/claim", sam).Json(), "Sam");
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
    public async Task A_role_there_is_not_is_nothing_here(string role)
    {
        await Queen.Sam.Api.Post($"{await OfCharter()}/{role}/claim").Json(404);
        await Queen.Sam.Api.Post($"{await OfCharter()}/{role}/release").Json(404);
    }

    [Theory]
    [InlineData("""{ "member_id": 7 }""")]
    [InlineData("""{ "member_id": "Sam" }""")]
    [InlineData("""{ "member_id": ["x"] }""")]
    public async Task Whom_one_names_must_be_an_id(string body) =>
        Assert.Equal(["member_id"],
            Errors(await Queen.Dana.Api.Post($"{await OfCharter()}/deckhand/claim", JsonNode.Parse(body)).Json(422)));

    [Fact]
    public async Task A_person_wanted_twice_is_a_warning_and_no_refusal()
    {
        foreach (var title in new[] { "First", "Second" })
        {
            var charter =
                await Queen.Plan(await Queen.Vessel(title),
                    new() { ["title"] = title, ["departure_time"] = "2026-07-04T09:00",
                        ["return_time"] = "2026-07-04T11:00", ["captain_id"] = Queen.Olive.MemberId })
                .Json(201);
            var claimed = await Queen.Alex.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
            Assert.Equal(title == "First" ? [] : ["person_overlap"],
                claimed["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]));
        }
    }

    private async Task<string> OfCharter(Guid? type = null) =>
        $"/api/events/{(type is null
            ? await fixture.Charter()
            : await Queen.Plan(await Queen.Vessel(), new() { ["charter_type_id"] = type }).Json(201))["id"]}/roles";

    private static JsonNode Place(JsonNode charter, string name) =>
        charter["roles"]!.AsArray().Single(place => (string?)place!["member"]?["name"] == name)!;

    private static IEnumerable<string> Errors(JsonNode problem) =>
        problem["errors"]!.AsObject().Select(field => field.Key);
}
