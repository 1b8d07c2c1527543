using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class RolesApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_claim_of_a_taken_position_is_refused_with_the_holder()
    {
        var roles = await RolesOfCharter(await Queen.Type("One deckhand", PlanningSteps.AtHalfPastFour, new(1, 0, 1)));
        var mine = PositionOf(await Queen.Sam.Api.Post($"{roles}/deckhand/claim").Json(), "Sam");
        Assert.Equal(("claimed", "2026-07-01T16:00:00Z"), ((string?)mine["status"], (string?)mine["confirmed_at"]));

        var late = await Queen.Alex.Api.Post($"{roles}/deckhand/claim").Json(409);

        Assert.Equal(("taken", 409), ((string?)late["code"], (int?)late["status"]));
        Assert.True(
            JsonNode.DeepEquals(
                new JsonArray(new JsonObject { ["id"] = Queen.Sam.MemberId, ["name"] = "Sam" }), late["holders"]));
        Assert.Contains("Sam", (string?)late["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_of_a_role_without_positions_is_refused_without_holders()
    {
        var roles = await RolesOfCharter(await Queen.Type("No mate", PlanningSteps.AtHalfPastFour, new(1, 0, 1)));

        Assert.Empty((await Queen.Max.Api.Post($"{roles}/first_mate/claim").Json(409))["holders"]!.AsArray());
    }

    [Fact]
    public async Task A_repeated_claim_and_a_release_by_another_member_change_nothing()
    {
        var roles = await RolesOfCharter();
        var once = await Queen.Sam.Api.Post($"{roles}/deckhand/claim").Json();
        Assert.True(JsonNode.DeepEquals(once, await Queen.Sam.Api.Post($"{roles}/deckhand/claim").Json()));
        Assert.True(JsonNode.DeepEquals(once, await Queen.Alex.Api.Post($"{roles}/deckhand/release").Json()));
        Assert.True(JsonNode.DeepEquals(once, await Queen.Sam.Api.Post($"{roles}/first_mate/release").Json()));

        var released = await Queen.Sam.Api.Post($"{roles}/deckhand/release").Json();

        Assert.DoesNotContain("Sam", released["roles"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal((long)once["revision"]! + 1, (long)released["revision"]!);
    }

    [Fact]
    public async Task A_claim_that_overlaps_another_charter_gives_a_warning()
    {
        foreach (var title in new[] { "First", "Second" })
        {
            var charter = await Queen.Plan(await Queen.Vessel(title),
                new() { ["title"] = title, ["departure_time"] = "2026-07-04T09:00",
                    ["return_time"] = "2026-07-04T11:00", ["captain_id"] = Queen.Olive.MemberId })
                .Json(201);
            var claimed = await Queen.Alex.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
            Assert.Equal(title == "First" ? [] : ["person_overlap"],
                claimed["warnings"]!.AsArray().Select(warning => (string?)warning!["code"]));
        }
    }

    private async Task<string> RolesOfCharter(Guid? type = null) =>
        $"/api/events/{(type is null
            ? await fixture.Charter()
            : await Queen.Plan(await Queen.Vessel(), new() { ["charter_type_id"] = type }).Json(201))["id"]}/roles";

    private static JsonNode PositionOf(JsonNode charter, string name) =>
        charter["roles"]!.AsArray().Single(position => (string?)position!["member"]?["name"] == name)!;
}
