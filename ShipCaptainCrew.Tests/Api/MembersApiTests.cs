using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class MembersApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private static int number;

    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_deckhand_is_invited_listed_changed_and_archived()
    {
        var made = await Queen.Dana.Api.Post("/api/members",
            new {
                name = "Jo", email = Address(), phone = "+1 619 555 0101", qualifications = new[] { "deckhand" } });
        Assert.Equal(201, (int)made.StatusCode);
        var jo = await Task.FromResult(made).Json(201);
        Assert.Equal($"/api/members/{jo["id"]}", made.Headers.Location?.ToString());
        Assert.Equal("crew", (string?)jo["role"]);
        Assert.Equal("invited", (string?)jo["status"]);

        var changed = await Queen.Dana.Api
            .Put($"/api/members/{jo["id"]}",
                new { qualifications = new[] { "first_mate", "captain" }, phone = (string?)null })
            .Json();
        Assert.Equal(["captain", "first_mate"], changed["qualifications"]!.AsArray().Select(role => (string?)role));
        Assert.Equal("Jo", (string?)changed["name"]);
        Assert.Null(changed["phone"]);
        Assert.Contains(await All(Queen.Dana), member => Same(member, jo));

        await Queen.Dana.Api.DeleteAsync($"/api/members/{jo["id"]}").Json(204);
        Assert.DoesNotContain(await All(Queen.Dana), member => Same(member, jo));
    }

    [Fact]
    public async Task The_list_is_paged()
    {
        var first = await Queen.Dana.Api.GetAsync("/api/members?limit=2").Json();
        var second = await Queen.Dana.Api.GetAsync($"/api/members?limit=2&cursor={first["next_cursor"]}").Json();

        Assert.Equal(
            ["founder@queen-of-san-diego.example", "Olive", "Dana", "Kim"], Names(first).Concat(Names(second)));
        await Queen.Dana.Api.GetAsync("/api/members?limit=0").Json(422);
        await Queen.Dana.Api.GetAsync("/api/members?cursor=x").Json(422);
    }

    private static string Address() => $"jo{Interlocked.Increment(ref number)}@example.com";

    private static bool Same(JsonNode one, JsonNode other) => (string?)one["id"] == (string?)other["id"];

    private static IEnumerable<string?> Names(JsonNode list) =>
        list["items"]!.AsArray().Select(member => (string?)member!["name"]);

    private static async Task<List<JsonNode>> All(TestUser user) =>
        [.. (await user.Api.GetAsync("/api/members?limit=200").Json())["items"]!.AsArray().Select(member => member!)];
}
