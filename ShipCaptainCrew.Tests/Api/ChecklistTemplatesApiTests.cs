using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed class ChecklistTemplatesApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_checklist_template_is_created_changed_and_archived()
    {
        var list =
            await Template("Put to bed", "post_return", ("Count everyone ashore", true), ("Rinse the decks", false));
        Assert.Equal("post_return", (string?)list["phase"]);
        Assert.Equal(
            """[{"text":"Count everyone ashore","required":true},{"text":"Rinse the decks","required":false}]""",
            list["items"]!.ToJsonString());

        var address = $"/api/checklist-templates/{list["id"]}";
        var renamed = await Queen.Dana.Api.Put(address, new { name = "Good night" }).Json();
        Assert.Equal(2, renamed["items"]!.AsArray().Count);
        var turned = await Queen.Dana.Api.Put(address, new { items = new[] { new { text = "Rinse the decks" } } })
            .Json();
        Assert.Equal("""[{"text":"Rinse the decks","required":false}]""", turned["items"]!.ToJsonString());

        await Queen.Dana.Api.DeleteAsync(address).Json(204);
        Assert.DoesNotContain((await Queen.Sam.Api.GetAsync("/api/checklist-templates").Json())["items"]!.AsArray(),
            row => (string?)row!["id"] == (string?)list["id"]);
    }

    [Theory]
    [InlineData("""{"items":[]}""", "name")]
    [InlineData("""{"name":"List","phase":"midnight"}""", "phase")]
    [InlineData("""{"name":"List","phase":""}""", "phase")]
    [InlineData("""{"name":"List","items":"Bilge"}""", "items")]
    [InlineData("""{"name":"List","items":["Bilge"]}""", "items[0]")]
    [InlineData("""{"name":"List","items":[{"text":"Bilge"},{"required":true}]}""", "items[1].text")]
    [InlineData("""{"name":"List","items":[{"text":"Bilge\nand more"}]}""", "items[0].text")]
    [InlineData("""{"name":"List","items":[{"text":"Bilge","required":"very"}]}""", "items[0].required")]
    public async Task An_invalid_field_is_refused(string body, string field) =>
        Assert.NotNull(
            (await Queen.Dana.Api.Post("/api/checklist-templates", JsonNode.Parse(body)).Json(422)).ErrorAt(field));

    [Fact]
    public async Task An_item_has_at_most_140_characters_and_a_template_at_most_200_items()
    {
        await Template("Long", "underway", [.. Enumerable.Repeat((new string('x', 140), true), 200)]);

        var wide = await Queen.Dana.Api
            .Post("/api/checklist-templates",
                new { name = "Wide", items = new[] { new { text = new string('x', 141) } } })
            .Json(422);
        var deep = await Queen.Dana.Api
            .Post("/api/checklist-templates", new { name = "Deep", items = Enumerable.Repeat(new { text = "x" }, 201) })
            .Json(422);

        Assert.NotNull(wide.ErrorAt("items[0].text"));
        Assert.NotNull(deep.ErrorAt("items"));
    }

    [Fact]
    public async Task A_checklist_keeps_the_template_version_it_was_created_from()
    {
        var template = await Template("Before departure", "pre_departure", ("Bilge dry", true));
        var vessel = await Queen.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 49 })
            .Json(201);
        var charter = await Queen.Dana.Api
            .Post("/api/events",
                new { vessel_id = vessel["id"], event_date = "2026-07-05", captain_id = Queen.Kim.MemberId })
            .Json(201);
        await Queen.Dana.Api.Post($"/api/events/{charter["id"]}/checklists", new { template_id = template["id"] })
            .Json(201);

        await Queen.Dana.Api
            .Put($"/api/checklist-templates/{template["id"]}",
                new { name = "Morning", items = new[] { new { text = "Bilge pumped" }, new { text = "Lights" } } })
            .Json();
        await Queen.Dana.Api.Post($"/api/events/{charter["id"]}/checklists", new { template_id = template["id"] })
            .Json(201);

        var lists = (await Queen.Dana.Api.GetAsync($"/api/events/{charter["id"]}").Json())["checklists"]!.AsArray();
        Assert.Equal(["Before departure", "Morning"], lists.Select(list => (string?)list!["name"]));
        Assert.Equal("Bilge dry", (string?)lists[0]!["items"]![0]!["text"]);
        Assert.Equal(2, lists[1]!["items"]!.AsArray().Count);
    }

    [Fact]
    public async Task Crew_may_only_read_templates_and_another_operator_finds_none()
    {
        var address = $"/api/checklist-templates/{(await Template("Ours", "underway"))["id"]}";

        await Queen.Sam.Api.GetAsync(address).Json();
        await Queen.Sam.Api.Post("/api/checklist-templates", new { name = "Mine" }).Json(403);
        await Queen.Sam.Api.Put(address, new { name = "Mine" }).Json(403);
        await Queen.Sam.Api.DeleteAsync(address).Json(403);
        await fixture.Robin.Api.GetAsync(address).Json(404);
        await fixture.Robin.Api.Put(address, new { name = "Mine" }).Json(404);
        await fixture.Robin.Api.DeleteAsync(address).Json(404);
    }

    private Task<JsonNode> Template(string name, string phase, params (string Text, bool Required)[] items) =>
        Queen.Dana.Api
            .Post("/api/checklist-templates",
                new { name, phase, items = items.Select(item => new { text = item.Text, required = item.Required }) })
            .Json(201);
}
