using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

public sealed partial class PlanningTests
{
    [Fact]
    public async Task Changing_only_the_type_raises_version_and_revision()
    {
        var type = await Cast.Type("Memorial", PlanningSteps.AtHalfPastFour);
        var charter = await Cast.Plan(Aurora, "17:30", "20:00").Json(201);

        var changed = await Put(charter, new() { ["charter_type_id"] = type }).Json();

        Assert.Equal((int)charter["version"]! + 1, (int)changed["version"]!);
        Assert.True((long)changed["revision"]! > (long)charter["revision"]!);
    }

    [Fact]
    public async Task An_edit_of_an_old_version_is_refused_with_the_current_version_and_changes_nothing()
    {
        var charter = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
        await Put(charter, new() { ["meeting_point"] = "Pier 5" }, "\"1\"").Json();

        var problem = await Put(charter, new() { ["meeting_point"] = "Pier 9", ["notes"] = "Cake aboard" }, "\"1\"")
            .Json(412);

        Assert.Equal("stale", Text(problem["code"]));
        Assert.Equal(2, (int)problem["version"]!);
        var now = await Cast.Dana.Api.Get($"/api/events/{charter["id"]}").Json();
        Assert.Equal("Pier 5", Text(now["meeting_point"]));
        Assert.Null(now["notes"]);
    }

    [Fact]
    public async Task A_claim_does_not_make_an_open_edit_form_stale()
    {
        var charter = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
        await Cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();

        await Put(charter, new() { ["meeting_point"] = "Pier 9" }, "\"1\"").Json();
    }

    [Fact]
    public async Task A_captain_who_lost_the_qualification_does_not_block_other_edits()
    {
        var charter = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
        await Ship.Change(Cast.OperatorId, async (db, actor) =>
        {
            var kim = await db.Members.FindAsync(Cast.OperatorId, Cast.Kim.MemberId);
            kim!.Change(kim.Details with { Qualifications = [] }, actor);
            return kim.Id;
        });

        var edited = await Put(charter, new() { ["captain_id"] = Cast.Kim.MemberId, ["notes"] = "Cake aboard" }).Json();

        Assert.Equal("Cake aboard", Text(edited["notes"]));
    }

    [Fact]
    public async Task The_log_lists_changed_fields_by_API_name_without_their_values()
    {
        var charter = await Cast.Plan(Aurora, "13:00", "15:00").Json(201);
        await Put(
            charter, new() { ["event_date"] = "2026-07-06", ["contact"] = new JsonObject { ["name"] = "Ben Cole" } })
            .Json();

        var facts = await Ship.Change(Cast.OperatorId, (db, _) =>
            Task.FromResult(
                db.Log.OrderByDescending(entry => entry.Seq).First(entry => entry.Kind == "charter.changed").Facts));

        Assert.Equal(["event_date", "departure_time", "return_time", "contact"],
            JsonNode.Parse(facts)!["fields"]!.AsArray().Select(Text));
        Assert.DoesNotContain("Ben Cole", facts, StringComparison.Ordinal);
    }
}
