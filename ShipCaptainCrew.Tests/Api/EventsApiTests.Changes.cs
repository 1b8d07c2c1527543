using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class EventsApiTests
{
    [Fact]
    public async Task A_charter_is_cancelled_once_with_a_reason_and_then_cannot_be_changed()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        Assert.NotNull((await Dana.Post($"{address}/cancel").Json(422)).ErrorAt("reason"));
        var cancelled = await Dana.Post($"{address}/cancel", new { reason = "Gale warning" }).Json();
        Assert.Equal(
            ("cancelled", "Gale warning"), ((string?)cancelled["status"], (string?)cancelled["cancel_reason"]));

        var again = await Dana.Post($"{address}/cancel", new { reason = "Another reason" }).Json();

        Assert.True(JsonNode.DeepEquals(cancelled, again));
        Assert.Equal(("wrong_state", "cancelled"), Conflict(await Dana.Post($"{address}/publish").Json(409)));
        Assert.Equal(
            ("charter_closed", "cancelled"), Conflict(await Dana.Put(address, new { title = "Late" }).Json(409)));
        Assert.Equal(("charter_closed", "cancelled"),
            Conflict(await Queen.Sam.Api.Post($"{address}/roles/deckhand/claim").Json(409)));
    }

    [Fact]
    public async Task Only_the_office_plans_and_only_mates_captains_and_the_office_cancel()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        await Queen.Max.Api.Post($"{address}/roles/first_mate/claim").Json();
        await Queen.Sam.Api.Post($"{address}/roles/deckhand/claim").Json();

        foreach (var user in new[] { Queen.Kim, Queen.Max, Queen.Sam, Queen.Alex })
        {
            await user.Api.Post("/api/events", new { }).Json(403);
            await user.Api.Put(address, new { title = "Mine" }).Json(403);
            await user.Api.DeleteAsync(address).Json(403);
            await user.Api.Post($"{address}/publish").Json(403);
        }

        await Queen.Alex.Api.Post($"{address}/cancel", new { reason = "No" }).Json(403);
        await Queen.Sam.Api.Post($"{address}/cancel", new { reason = "No" }).Json(403);
        await Queen.Max.Api.Post($"{address}/cancel", new { reason = "Storm" }).Json();
    }

    [Theory]
    [InlineData("\"2\"", 200)]
    [InlineData("2", 200)]
    [InlineData("*", 200)]
    [InlineData("\"1\"", 412)]
    [InlineData("\"3\"", 412)]
    [InlineData("W/\"2\"", 412)]
    [InlineData("\"1\", \"2\"", 412)]
    [InlineData("anything", 412)]
    [InlineData("\"99999999999999999999\"", 412)]
    public async Task An_edit_of_an_older_version_is_refused(string ifMatch, int status)
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        Assert.Equal(2, (int?)(await Dana.Put(address, new { title = "Second" }).Json())["version"]);

        await Dana.With("If-Match", ifMatch, HttpMethod.Put, address, new { notes = "Third" }).Json(status);

        Assert.Equal(status == 200 ? "Third" : null, (string?)(await Dana.Get(address).Json())["notes"]);
    }

    [Fact]
    public async Task Fields_that_cannot_be_set_are_ignored()
    {
        var charter = await fixture.Charter();
        var changed = await Dana.Put($"/api/events/{charter["id"]}", new
        {
            title = "Changed", id = Guid.Empty, operator_id = fixture.Strangers.OperatorId, status = "closed",
            version = 99, revision = 99, publish = false, roles = new[] { 1 }, nonsense = "x",
        }).Json();

        Assert.Equal(
            (charter.Id(), "scheduled", 2, "Changed"),
            (changed.Id(), (string?)changed["status"], (int?)changed["version"], (string?)changed["title"]));
    }

    [Fact]
    public async Task Captain_and_mate_can_be_swapped_in_one_edit()
    {
        var charter = await fixture.Charter(
            new() { ["captain_id"] = Queen.Olive.MemberId,
                ["crew"] =
                    new JsonArray(
                        new JsonObject { ["role"] = "first_mate", ["member_id"] = Queen.Kim.MemberId }) });

        var swapped = await Dana.Put($"/api/events/{charter["id"]}",
            new { captain_id = Queen.Kim.MemberId,
                crew = new[] { new { role = "first_mate", member_id = Queen.Olive.MemberId } } })
            .Json();

        Assert.Equal(["captain Kim", "first_mate Olive"],
            swapped["roles"]!.AsArray().Where(place => place!["member"] is not null)
                .Select(place => $"{place!["role"]} {place["member"]!["name"]}"));
    }

    private static (string?, string?) Conflict(JsonNode problem) =>
        ((string?)problem["code"], (string?)problem["state"]);
}
