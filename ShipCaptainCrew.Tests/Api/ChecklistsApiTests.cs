using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed class ChecklistsApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_checklist_is_taken_aboard_and_its_items_begin_as_to_do()
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
    public async Task A_tick_says_who_and_when_and_an_old_one_cannot_undo_it()
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
    public async Task A_wish_that_cannot_be_read_is_refused_by_name_and_none_of_its_request_is_granted(
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
    public async Task Only_those_aboard_and_the_office_work_a_list_and_of_a_cancelled_charter_nobody()
    {
        var (address, items) = await List(1);
        await Mark(Queen.Alex, address, (items[0], "complete", null)).Json(403);
        await Mark(Queen.Sam, address, (items[0], "complete", null)).Json();
        await Mark(Queen.Dana, address, (items[0], "pending", null)).Json();
        var charter = address[..address.IndexOf("/checklists", StringComparison.Ordinal)];
        await Queen.Dana.Api.Post($"{charter}/cancel", new { reason = "Storm" }).Json();

        Assert.Equal(("charter_closed", "cancelled"),
            await Mark(Queen.Sam, address, (items[0], "complete", null)).Json(409) is var no
                ? ((string?)no["code"], (string?)no["state"]) : default);
        await Mark(Queen.Sam, address, (Guid.CreateVersion7(), "complete", null)).Json(422);
    }

    [Fact]
    public async Task A_list_is_found_only_on_its_own_charter()
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

    /// <summary>A list on a charter of Kim's with Sam aboard.</summary>
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
        TestUser hand, string address, params (Guid Id, string State, int? Version)[] wishes) =>
        hand.Api.Put(address,
            new JsonObject {
                ["items"] =
                    new JsonArray(
                        [
                            .. wishes.Select(
                                wish =>
                                    new JsonObject {
                                        ["id"] = wish.Id, ["state"] = wish.State, ["version"] = wish.Version })]) });
}
