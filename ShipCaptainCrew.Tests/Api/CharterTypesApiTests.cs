using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class CharterTypesApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_new_type_has_the_given_values_and_defaults_for_the_rest()
    {
        var (before, after) = (await Template("Before departure"), await Template("Put to bed"));
        var type = await Queen.Dana.Api.Post("/api/charter-types", new
        {
            name = "Sunset sail", duration_minutes = 120, schedule = new { anchor = "sunset", offset_minutes = -90 },
            checklist_template_ids = new[] { after, before },
        }).Json(201);

        Assert.Equal("""{"anchor":"sunset","offset_minutes":-90}""", type["schedule"]!.ToJsonString());
        Assert.Equal("""{"captain":1,"first_mate":1,"deckhand":2}""", type["roles"]!.ToJsonString());
        Assert.Equal([after, before], type["checklist_template_ids"]!.AsArray().Select(id => (string?)id));
        Assert.Equal((60, 30, false),
            ((int)type["call_minutes_before"]!, (int)type["boarding_minutes_before"]!,
                (bool)type["automatic_transitions"]!));
        Assert.True(type.AsObject().ContainsKey("waiver_template_id"));
    }

    [Fact]
    public async Task A_type_is_changed_by_field_and_archived()
    {
        var type = await Type(
            new { name = "Harbor tour", duration_minutes = 120,
                schedule = new { anchor = "fixed", time = "10:00" } });
        var address = $"/api/charter-types/{type["id"]}";

        var changed = await Queen.Dana.Api
            .Put(address, new { roles = new { deckhand = 0 }, schedule = new { time = "11:30" } })
            .Json();
        Assert.Equal("""{"anchor":"fixed","time":"11:30"}""", changed["schedule"]!.ToJsonString());
        Assert.Equal("""{"captain":1,"first_mate":1,"deckhand":0}""", changed["roles"]!.ToJsonString());
        Assert.Equal("Harbor tour", (string?)changed["name"]);

        var sunset = await Queen.Dana.Api
            .Put(address, new { schedule = new { anchor = "sunset", offset_minutes = 15 } })
            .Json();
        Assert.Equal("""{"anchor":"sunset","offset_minutes":15}""", sunset["schedule"]!.ToJsonString());

        await Queen.Dana.Api.DeleteAsync(address).Json(204);
        Assert.DoesNotContain((await Queen.Sam.Api.GetAsync("/api/charter-types").Json())["items"]!.AsArray(),
            row => (string?)row!["id"] == (string?)type["id"]);
    }

    [Fact]
    public async Task A_cleared_field_gets_its_default()
    {
        var full = new
        {
            name = "Tour", duration_minutes = 60, schedule = new { anchor = "sunset", offset_minutes = -90 },
            call_minutes_before = 90, boarding_minutes_before = 45, roles = new { first_mate = 0, deckhand = 0 },
            checklist_template_ids = new[] { await Template("Before departure") },
            waiver_template_id = await Queen.Waiver(), automatic_transitions = true, reminder_hours = new[] { 24 },
        };
        var address = $"/api/charter-types/{(await Type(full)).Id()}";
        var plain = await Type(new { name = "Tour", duration_minutes = 60 });

        var cleared = new JsonObject(
            full.GetType().GetProperties().Select(field => field.Name).Except(["name", "duration_minutes"])
                .Select(field => KeyValuePair.Create<string, JsonNode?>(field, null)));
        var type = await Queen.Dana.Api.Put(address, cleared).Json();

        type["id"] = plain["id"]!.DeepClone();
        Assert.True(JsonNode.DeepEquals(plain, type), type.ToJsonString());
    }

    private Task<JsonNode> Type(object type) => Queen.Dana.Api.Post("/api/charter-types", type).Json(201);

    private async Task<string> Template(string name, TestUser? office = null) =>
        (string)(await (office ?? Queen.Dana).Api.Post("/api/checklist-templates", new { name }).Json(201))["id"]!;
}
