using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class CharterTypesApiTests
{
    [Fact]
    public async Task Another_operators_checklist_is_refused_like_an_unknown_one()
    {
        var theirs = await Template("Theirs", fixture.Robin);

        var problem = await Queen.Dana.Api
            .Post("/api/charter-types",
                new { name = "Tour", duration_minutes = 60, checklist_template_ids = new[] { theirs } })
            .Json(422);
        var random = await Queen.Dana.Api
            .Post("/api/charter-types",
                new { name = "Tour", duration_minutes = 60, checklist_template_ids = new[] { Guid.NewGuid() } })
            .Json(422);

        Assert.True(JsonNode.DeepEquals(problem["errors"], random["errors"]));
    }

    [Fact]
    public async Task An_archived_checklist_may_stay_on_a_type_but_not_be_added()
    {
        var list = await Template("Old list");
        var type = await Type(new { name = "Tour", duration_minutes = 60, checklist_template_ids = new[] { list } });
        await Queen.Dana.Api.DeleteAsync($"/api/checklist-templates/{list}").Json(204);

        await Queen.Dana.Api
            .Put($"/api/charter-types/{type["id"]}",
                new { name = "Old tour", checklist_template_ids = new[] { list, list } })
            .Json();
        await Queen.Dana.Api
            .Post("/api/charter-types",
                new { name = "New tour", duration_minutes = 60, checklist_template_ids = new[] { list } })
            .Json(422);

        Assert.Single(
            (await Queen.Dana.Api.GetAsync($"/api/charter-types/{type["id"]}")
                .Json())["checklist_template_ids"]!.AsArray());
    }

    [Fact]
    public async Task Changing_a_type_does_not_change_existing_charters()
    {
        var type = await Type(
            new { name = "Tour", duration_minutes = 60, schedule = new { anchor = "fixed", time = "10:00" },
                roles = new { first_mate = 0, deckhand = 1 } });
        var vessel = await Queen.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 49 })
            .Json(201);
        var charter = await Queen.Dana.Api
            .Post("/api/events",
                new { vessel_id = vessel["id"], event_date = "2026-07-04", captain_id = Queen.Kim.MemberId,
                    charter_type_id = type["id"] })
            .Json(201);

        await Queen.Dana.Api
            .Put($"/api/charter-types/{type["id"]}",
                new { duration_minutes = 240, schedule = new { time = "15:00" }, roles = new { deckhand = 3 } })
            .Json();

        var still = await Queen.Dana.Api.GetAsync($"/api/events/{charter["id"]}").Json();
        Assert.True(JsonNode.DeepEquals(charter["timing"], still["timing"]));
        Assert.Equal(2, still["roles"]!.AsArray().Count);
    }
}
