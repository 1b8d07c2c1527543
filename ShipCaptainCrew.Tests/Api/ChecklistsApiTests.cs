using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed class ChecklistsApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_checklist_is_added_with_pending_items()
    {
        var charter = await fixture.Charter();
        var template = await Queen.Template("Before departure", "Lights", "Lines");
        var made = await Queen.Kim.Api.Post($"/api/events/{charter["id"]}/checklists", new { template_id = template });
        var list = await Task.FromResult(made).Json(201);

        Assert.Equal($"/api/events/{charter["id"]}/checklists/{list["id"]}", made.Headers.Location?.ToString());
        Assert.Equal(["Lights pending 1", "Lines pending 1"],
            list["items"]!.AsArray().Select(item => $"{item!["text"]} {item["state"]} {item["version"]}"));
        await Queen.Kim.Api.Post($"/api/events/{charter["id"]}/checklists", new { template_id = template }).Json(201);
        await Queen.Alex.Api.Post($"/api/events/{charter["id"]}/checklists", new { template_id = template }).Json(403);
        Assert.Equal(
            2, (await Queen.Sam.Api.Get($"/api/events/{charter["id"]}").Json())["checklists"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_mark_records_who_and_when_and_a_stale_mark_is_refused()
    {
        var (address, items) = await List(2);
        var marked = await Mark(Queen.Kim, address, (items[0], "complete", 1)).Json();
        var done = marked["items"]![0]!;
        Assert.Equal(("complete", 2, Queen.Kim.MemberId, "2026-07-01T16:00:00Z"),
            ((string?)done["state"], (int?)done["version"], (Guid?)done["changed_by"], (string?)done["changed_at"]));
        Assert.True(JsonNode.DeepEquals(marked, await Mark(Queen.Sam, address, (items[0], "complete", 1)).Json()));

        var stale = await Mark(Queen.Sam, address, (items[1], "complete", 1), (items[0], "in_progress", 1)).Json(409);

        Assert.Equal("stale", (string?)stale["code"]);
        Assert.True(JsonNode.DeepEquals(new JsonArray(done.DeepClone()), stale["items"]));
        Assert.True(JsonNode.DeepEquals(marked, await Mark(Queen.Sam, address, (items[0], "complete", null)).Json()));
        Assert.Equal("pending",
            (string?)(await Mark(Queen.Sam, address, (items[0], "pending", null)).Json())["items"]![0]!["state"]);
    }

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

    private Task<(string Address, IReadOnlyList<Guid> Items)> List(int items) => List(items, Queen);

    /// <summary>Adds a checklist to a charter with captain Kim and deckhand Sam.</summary>
    private static async Task<(string Address, IReadOnlyList<Guid> Items)> List(int items, Cast cast)
    {
        var charter = await cast.Plan(await cast.Vessel()).Json(201);
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        var template =
            await cast.Template("Before departure", [.. Enumerable.Range(1, items).Select(number => $"Item {number}")]);
        var list = await cast.Dana.Api.Post($"/api/events/{charter["id"]}/checklists", new { template_id = template })
            .Json(201);
        return ($"/api/events/{charter["id"]}/checklists/{list["id"]}",
            [.. list["items"]!.AsArray().Select(item => item!.Id())]);
    }

    private static Task<HttpResponseMessage> Mark(
        TestUser user, string address, params (Guid Id, string State, int? Version)[] changes) =>
        user.Api.Put(address, new JsonObject { ["items"] = new JsonArray([.. changes.Select(ItemChange)]) });

    private static JsonObject ItemChange((Guid Id, string State, int? Version) change) =>
        new() { ["id"] = change.Id, ["state"] = change.State, ["version"] = change.Version };
}
