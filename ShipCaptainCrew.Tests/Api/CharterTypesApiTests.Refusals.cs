using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class CharterTypesApiTests
{
    [Theory]
    [InlineData("""{"name":""}""", "name")]
    [InlineData("""{"duration_minutes":null}""", "duration_minutes")]
    [InlineData("""{"duration_minutes":4}""", "duration_minutes")]
    [InlineData("""{"duration_minutes":"long"}""", "duration_minutes")]
    [InlineData("""{"schedule":"sunset"}""", "schedule")]
    [InlineData("""{"schedule":{"anchor":"moonrise"}}""", "schedule.anchor")]
    [InlineData("""{"schedule":{"anchor":"fixed","time":"25:00"}}""", "schedule.time")]
    [InlineData("""{"schedule":{"anchor":"sunset","offset_minutes":900}}""", "schedule.offset_minutes")]
    [InlineData("""{"call_minutes_before":-1}""", "call_minutes_before")]
    [InlineData("""{"boarding_minutes_before":"soon"}""", "boarding_minutes_before")]
    [InlineData("""{"roles":[1,2,3]}""", "roles")]
    [InlineData("""{"roles":{"captain":2}}""", "roles.captain")]
    [InlineData("""{"roles":{"first_mate":-1}}""", "roles.first_mate")]
    [InlineData("""{"roles":{"deckhand":1000}}""", "roles.deckhand")]
    [InlineData("""{"checklist_template_ids":["x"]}""", "checklist_template_ids")]
    [InlineData("""{"checklist_template_ids":["0190a000-0000-7000-8000-000000000000"]}""", "checklist_template_ids")]
    [InlineData("""{"waiver_template_id":"0190a000-0000-7000-8000-000000000000"}""", "waiver_template_id")]
    [InlineData("""{"automatic_transitions":"sometimes"}""", "automatic_transitions")]
    public async Task An_invalid_field_is_refused_and_nothing_is_stored(string change, string field)
    {
        var type = JsonNode.Parse("""{"name":"Harbor tour","duration_minutes":120}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject()) type[name] = value?.DeepClone();
        var before = await Count();

        var problem = await Queen.Dana.Api.Post("/api/charter-types", type).Json(422);

        Assert.NotNull(problem.ErrorAt(field));
        Assert.Single(problem["errors"]!.AsObject());
        Assert.Equal(before, await Count());
    }

    [Fact]
    public async Task Crew_may_only_read_types_and_another_operator_finds_none()
    {
        var address = $"/api/charter-types/{(await Type(new { name = "Tour", duration_minutes = 60 }))["id"]}";

        await Queen.Sam.Api.GetAsync(address).Json();
        await Queen.Sam.Api.Post("/api/charter-types", new { name = "Mine", duration_minutes = 60 }).Json(403);
        await Queen.Sam.Api.Put(address, new { name = "Mine" }).Json(403);
        await Queen.Sam.Api.DeleteAsync(address).Json(403);
        await fixture.Robin.Api.GetAsync(address).Json(404);
        await fixture.Robin.Api.Put(address, new { name = "Mine" }).Json(404);
        await fixture.Robin.Api.DeleteAsync(address).Json(404);
    }

    private async Task<int> Count() =>
        (await Queen.Dana.Api.GetAsync("/api/charter-types?limit=200").Json())["items"]!.AsArray().Count;
}
