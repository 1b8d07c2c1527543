using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions.Charters;

/// <summary>A vessel is in one place at a time; a person who is wanted in two is asked about.</summary>
public sealed class OverlapsTests : PlanningTestBase
{
    [Theory]
    [InlineData("10:00", "12:31")]
    [InlineData("15:29", "17:00")]
    [InlineData("13:30", "14:00")]
    [InlineData("12:00", "16:00")]
    public async Task A_vessel_is_not_given_away_twice_nor_within_her_turnaround(string departure, string back)
    {
        var first = await Cast.Plan(Aurora, "13:00", "15:00", "Whale watch").Json(201);

        var problem = await Cast.Plan(Aurora, departure, back).Json(409);

        Assert.Equal("vessel_overlap", Text(problem["code"]));
        Assert.Equal(Text(first["id"]), Text(problem["conflicts_with"]!["id"]));
        Assert.Contains("Whale watch", Text(problem["title"]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10:00", "12:30")]
    [InlineData("15:30", "17:00")]
    public async Task A_vessel_sails_again_as_soon_as_her_turnaround_is_over(string departure, string back)
    {
        await Cast.Plan(Aurora, "13:00", "15:00").Json(201);

        await Cast.Plan(Aurora, departure, back).Json(201);
    }

    [Fact]
    public async Task A_cancelled_charter_leaves_its_vessel_free_and_another_vessel_was_never_taken()
    {
        var first = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
        await Cast.Plan(await Cast.Vessel("Mistral"), "13:00", "15:00").Json(201);
        await Cast.Dana.Api.Post($"/api/events/{first["id"]}/cancel", new { reason = "Gale warning" }).Json();

        await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
    }

    [Fact]
    public async Task A_captain_wanted_in_two_places_is_a_warning_that_names_the_other_charter()
    {
        await Cast.Plan(await Cast.Vessel("Mistral"), "13:00", "15:00", "Whale watch").Json(201);

        var second = await Cast.Plan(Aurora, "14:00", "16:00").Json(201);

        var warning = Assert.Single(second["warnings"]!.AsArray());
        Assert.Equal("person_overlap", Text(warning!["code"]));
        Assert.Equal("Kim also crews “Whale watch” at that time.", Text(warning["message"]));
    }

    [Fact]
    public async Task A_draft_is_nothing_to_the_crew_and_no_warning_gives_it_away()
    {
        var draft = await Cast.Plan(await Cast.Vessel("Mistral"), new()
        {
            ["departure_time"] = "13:00", ["return_time"] = "15:00", ["title"] = "Surprise party", ["publish"] = false,
            ["crew"] = new JsonArray(new JsonObject { ["role"] = "deckhand", ["member_id"] = Cast.Sam.MemberId }),
        }).Json(201);
        var open = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);

        await Cast.Sam.Api.Get($"/api/events/{draft["id"]}").Json(404);
        await Cast.Kim.Api.Put($"/api/events/{draft["id"]}", new { notes = "I am its captain" }).Json(404);
        var claimed = await Cast.Sam.Api.Post($"/api/events/{open["id"]}/roles/deckhand/claim").Json();
        Assert.Empty(claimed["warnings"]!.AsArray());
    }
}
