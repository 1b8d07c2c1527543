using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class MembersApiTests
{
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

    private Task<JsonNode> Invite(string name) =>
        Queen.Dana.Api.Post("/api/members", new { name, email = Address() }).Json(201);
}
