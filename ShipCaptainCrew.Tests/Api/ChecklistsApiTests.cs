using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class ChecklistsApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
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
