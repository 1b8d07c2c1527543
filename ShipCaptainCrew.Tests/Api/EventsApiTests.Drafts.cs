using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class EventsApiTests
{
    [Fact]
    public async Task A_draft_is_visible_only_to_the_office_until_it_is_published()
    {
        var draft = await fixture.Charter(new() { ["publish"] = false });
        var address = $"/api/events/{draft["id"]}";
        Assert.Equal("draft", (string?)draft["status"]);
        foreach (var call in new[] { address, $"{address}/timing", $"{address}/log", $"{address}/stream" })
            await Queen.Kim.Api.Get(call).Json(404);
        await Queen.Kim.Api.Post($"{address}/roles/captain/claim").Json(404);
        Assert.DoesNotContain(draft.Id(), await Ids(Queen.Kim, "limit=200"));
        Assert.Contains(draft.Id(), await Ids(Queen.Dana, "status=draft&limit=200"));

        Assert.Equal("scheduled", (string?)(await Dana.Post($"{address}/publish").Json())["status"]);
        var again = await Dana.Post($"{address}/publish").Json();

        Assert.Equal(
            (string?)(await Queen.Kim.Api.Get(address).Json())["revision"]?.ToString(), again["revision"]!.ToString());
    }

    [Fact]
    public async Task An_edit_may_publish_a_draft()
    {
        var draft = await fixture.Charter(new() { ["publish"] = false });

        var published = await Dana.Put($"/api/events/{draft["id"]}", new { title = "Ready", publish = true }).Json();

        Assert.Equal(("scheduled", "Ready"), ((string?)published["status"], (string?)published["title"]));
        Assert.NotNull(
            (await Dana.Put($"/api/events/{draft["id"]}", new { publish = "perhaps" }).Json(422)).ErrorAt("publish"));
    }

    [Fact]
    public async Task Only_a_draft_can_be_removed()
    {
        var draft = await fixture.Charter(new() { ["publish"] = false });
        var published = await fixture.Charter();

        Assert.Equal(
            "not_a_draft", (string?)(await Dana.DeleteAsync($"/api/events/{published["id"]}").Json(409))["code"]);
        Assert.Empty(await (await Dana.DeleteAsync($"/api/events/{draft["id"]}")).Content.ReadAsStringAsync());
        await Dana.Get($"/api/events/{draft["id"]}").Json(404);
        await Dana.DeleteAsync($"/api/events/{draft["id"]}").Json(404);
    }

    private static async Task<IReadOnlyList<Guid>> Ids(TestUser user, string query) =>
        [.. (await user.Api.Get($"/api/events?{query}").Json())["items"]!.AsArray().Select(item => item!.Id())];
}
