using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class MembersApiTests
{
    [Fact]
    public async Task A_member_of_another_operator_joins_as_the_same_person()
    {
        await Queen.Dana.Api
            .Post("/api/members", new { name = "Sam of the strangers", email = "Sam@strangers.example" })
            .Json(201);

        var memberships =
            await fixture.Ship.In(services => services.GetRequiredService<AppDbContext>().AcrossOperators<Member>()
            .Where(member => EF.Functions.Like(member.Email, "sam@strangers.example")).ToListAsync());

        Assert.Equal(2, memberships.Count);
        Assert.Single(memberships.DistinctBy(member => member.PersonId));
    }

    [Fact]
    public async Task An_archived_member_keeps_the_same_id_when_invited_again()
    {
        var email = Address();
        var jo = await Queen.Dana.Api.Post("/api/members", new { name = "Jo", email }).Json(201);
        await Queen.Dana.Api.DeleteAsync($"/api/members/{jo["id"]}").Json(204);

        var back = await Queen.Dana.Api
            .Post("/api/members", new { name = "Jo Back", email, qualifications = new[] { "deckhand" } })
            .Json(201);

        Assert.True(Same(jo, back));
        Assert.Equal("Jo Back", (string?)back["name"]);
        Assert.Contains(await All(Queen.Dana), member => Same(member, jo));
    }

    [Fact]
    public async Task An_invitation_can_be_sent_again_until_the_member_has_joined()
    {
        var jo = await Invite("Jo");
        await Queen.Dana.Api.Post($"/api/members/{jo["id"]}/invite").Json();

        var joined = await Queen.Dana.Api.Post($"/api/members/{Queen.Sam.MemberId}/invite").Json(409);
        await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", new { status = "suspended" }).Json();
        var suspended = await Queen.Dana.Api.Post($"/api/members/{jo["id"]}/invite").Json(409);

        Assert.Equal("already_joined", (string?)joined["code"]);
        Assert.Equal("may_not_come", (string?)suspended["code"]);
    }
}
