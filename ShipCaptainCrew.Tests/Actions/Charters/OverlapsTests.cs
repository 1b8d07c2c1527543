using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions.Charters;

/// <summary>Overlapping charters of a vessel are refused; those of a member give a warning.</summary>
public sealed class OverlapsTests : PlanningTestBase
{
    [Theory]
    [InlineData("10:00", "12:31")]
    [InlineData("15:29", "17:00")]
    [InlineData("13:30", "14:00")]
    [InlineData("12:00", "16:00")]
    public async Task A_charter_that_overlaps_another_of_the_vessel_or_her_turnaround_is_refused(
        string departure, string back)
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
    public async Task A_charter_right_after_the_turnaround_is_allowed(string departure, string back)
    {
        await Cast.Plan(Aurora, "13:00", "15:00").Json(201);

        await Cast.Plan(Aurora, departure, back).Json(201);
    }

    [Fact]
    public async Task Cancelled_charters_and_other_vessels_do_not_overlap()
    {
        var first = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
        await Cast.Plan(await Cast.Vessel("Mistral"), "13:00", "15:00").Json(201);
        await Cast.Dana.Api.Post($"/api/events/{first["id"]}/cancel", new { reason = "Gale warning" }).Json();

        await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
    }

    [Fact]
    public async Task A_captain_with_two_charters_at_once_gives_a_warning_with_the_other_charter()
    {
        await Cast.Plan(await Cast.Vessel("Mistral"), "13:00", "15:00", "Whale watch").Json(201);

        var second = await Cast.Plan(Aurora, "14:00", "16:00").Json(201);

        var warning = Assert.Single(second["warnings"]!.AsArray());
        Assert.Equal("person_overlap", Text(warning!["code"]));
        Assert.Equal("Kim is also on “Whale watch” at that time.", Text(warning["message"]));
    }

    [Fact]
    public async Task Drafts_are_hidden_from_the_crew_and_their_warnings()
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
