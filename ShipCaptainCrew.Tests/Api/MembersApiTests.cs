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

    [Fact]
    public async Task The_email_address_of_a_member_cannot_be_changed()
    {
        var jo = await Invite("Jo");

        var problem = await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", new { email = Address() }).Json(422);
        await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", jo).Json();

        Assert.NotNull(problem.ErrorAt("email"));
    }

    [Fact]
    public async Task Crew_see_other_members_without_email_and_phone()
    {
        var max = (await All(Queen.Kim)).Single(member => (string?)member["name"] == "Max");
        Assert.Null(max["email"]);
        Assert.Null(max["phone"]);
        Assert.Equal(["first_mate", "deckhand"], max["qualifications"]!.AsArray().Select(role => (string?)role));

        var kim = await Queen.Kim.Api.GetAsync($"/api/members/{Queen.Kim.MemberId}").Json();
        Assert.Equal("kim@queen-of-san-diego.example", (string?)kim["email"]);
        Assert.NotNull((await Queen.Dana.Api.GetAsync($"/api/members/{Queen.Max.MemberId}").Json())["phone"]);
    }

    [Fact]
    public async Task Members_are_not_found_from_another_operator()
    {
        var address = $"/api/members/{Queen.Sam.MemberId}";

        await fixture.Robin.Api.GetAsync(address).Json(404);
        await fixture.Robin.Api.Put(address, new { name = "Mine" }).Json(404);
        await fixture.Robin.Api.Post($"{address}/invite").Json(404);
        await fixture.Robin.Api.DeleteAsync(address).Json(404);
        Assert.DoesNotContain(
            await All(fixture.Robin), member => (string?)member["id"] == Queen.Sam.MemberId.ToString());
    }

    private static string Address() => $"jo{Interlocked.Increment(ref number)}@example.com";

    private static bool Same(JsonNode one, JsonNode other) => (string?)one["id"] == (string?)other["id"];

    private static IEnumerable<string?> Names(JsonNode list) =>
        list["items"]!.AsArray().Select(member => (string?)member!["name"]);

    private static async Task<List<JsonNode>> All(TestUser user) =>
        [.. (await user.Api.GetAsync("/api/members?limit=200").Json())["items"]!.AsArray().Select(member => member!)];

    private Task<JsonNode> Invite(string name) =>
        Queen.Dana.Api.Post("/api/members", new { name, email = Address() }).Json(201);
}
