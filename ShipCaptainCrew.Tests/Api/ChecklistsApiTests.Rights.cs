using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class ChecklistsApiTests
{
    [Theory]
    [InlineData("""{}""", "items")]
    [InlineData("""{ "items": [] }""", "items")]
    [InlineData("""{ "items": null }""", "items")]
    [InlineData("""{ "items": "all" }""", "items")]
    [InlineData("""{ "items": ["x"] }""", "items[0]")]
    [InlineData("""{ "items": [{ "state": "complete" }] }""", "items[0].id")]
    [InlineData("""{ "items": [{ "id": "x", "state": "complete" }] }""", "items[0].id")]
    [InlineData(
        """{ "items": [{ "id": "01980000-0000-7000-8000-000000000000", "state": "complete" }] }""", "items[0].id")]
    [InlineData("""{ "items": [{ "id": "$", "state": "done" }] }""", "items[0].state")]
    [InlineData("""{ "items": [{ "id": "$" }] }""", "items[0].state")]
    [InlineData("""{ "items": [{ "id": "$", "state": "complete", "version": 0 }] }""", "items[0].version")]
    [InlineData(
        """{ "items": [{ "id": "$", "state": "complete" }, { "id": "$", "state": "complete", "version": 1e999 }] }""",
        "items[1].version")]
    public async Task An_invalid_change_is_refused_together_with_the_whole_request(
        string body, string field)
    {
        var (address, items) = await List(1);

        var problem = await Queen.Kim.Api
            .Put(address, JsonNode.Parse(body.Replace("$", $"{items[0]}", StringComparison.Ordinal)))
            .Json(422);

        Assert.NotNull(problem.ErrorAt(field));
        Assert.Equal(
            1, (int?)(await Mark(Queen.Kim, address, (items[0], "pending", null)).Json())["items"]![0]!["version"]);
    }

    [Fact]
    public async Task Only_the_crew_and_the_office_mark_items_and_nobody_on_a_cancelled_charter()
    {
        var (address, items) = await List(1);
        await Mark(Queen.Alex, address, (items[0], "complete", null)).Json(403);
        await Mark(Queen.Sam, address, (items[0], "complete", null)).Json();
        await Mark(Queen.Dana, address, (items[0], "pending", null)).Json();
        var charter = address[..address.IndexOf("/checklists", StringComparison.Ordinal)];
        await Queen.Dana.Api.Post($"{charter}/cancel", new { reason = "Storm" }).Json();

        var refused = await Mark(Queen.Sam, address, (items[0], "complete", null)).Json(409);
        Assert.Equal(("charter_closed", "cancelled"), ((string?)refused["code"], (string?)refused["state"]));
        await Mark(Queen.Sam, address, (Guid.CreateVersion7(), "complete", null)).Json(422);
    }

    [Fact]
    public async Task A_checklist_is_found_only_on_its_own_charter()
    {
        var (address, items) = await List(1);
        var other = await fixture.Charter();
        var theirs = await List(1, fixture.Strangers);

        await Mark(
            Queen.Kim, $"/api/events/{other["id"]}/checklists/{address.Split('/')[^1]}", (items[0], "complete", null))
            .Json(404);
        await Mark(Queen.Kim, $"/api/events/{other["id"]}/checklists/{theirs.Address.Split('/')[^1]}",
            (theirs.Items[0], "complete", null))
            .Json(404);
        await Mark(Queen.Kim, theirs.Address, (theirs.Items[0], "complete", null)).Json(404);
        Assert.NotNull(
            (await Mark(Queen.Kim, address, (theirs.Items[0], "complete", null)).Json(422)).ErrorAt("items[0].id"));
    }
}
