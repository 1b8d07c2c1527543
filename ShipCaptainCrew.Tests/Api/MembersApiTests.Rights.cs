using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class MembersApiTests
{
    [Fact]
    public async Task Crew_may_not_invite_change_or_archive_members()
    {
        var body = new { name = "Jo", email = Address() };

        await Queen.Kim.Api.Post("/api/members", body).Json(403);
        await Queen.Kim.Api.Put($"/api/members/{Queen.Alex.MemberId}", new { phone = "1" }).Json(403);
        await Queen.Kim.Api.Post($"/api/members/{Queen.Alex.MemberId}/invite").Json(403);
        await Queen.Kim.Api.DeleteAsync($"/api/members/{Queen.Alex.MemberId}").Json(403);
    }

    [Fact]
    public async Task Only_an_owner_changes_office_members()
    {
        await Queen.Dana.Api.Post("/api/members", new { name = "Jo", email = Address(), role = "dispatcher" })
            .Json(403);
        await Queen.Dana.Api.Put($"/api/members/{Queen.Olive.MemberId}", new { phone = "1" }).Json(403);
        await Queen.Dana.Api.Put($"/api/members/{Queen.Alex.MemberId}", new { role = "owner" }).Json(403);
        await Queen.Dana.Api.DeleteAsync($"/api/members/{Queen.Olive.MemberId}").Json(403);

        var jo = await Queen.Olive.Api.Post("/api/members", new { name = "Jo", email = Address(), role = "dispatcher" })
            .Json(201);
        await Queen.Dana.Api.Post($"/api/members/{jo["id"]}/invite").Json(403);
        await Queen.Olive.Api.Put($"/api/members/{jo["id"]}", new { role = "crew" }).Json();
        await Queen.Dana.Api.Put($"/api/members/{jo["id"]}", new { phone = "1" }).Json();
    }

    [Fact]
    public async Task Members_change_their_own_name_and_phone_but_not_their_role_status_or_qualifications()
    {
        foreach (var user in new[] { Queen.Olive, Queen.Dana, Queen.Max })
        {
            var address = $"/api/members/{user.MemberId}";
            await user.Api.Put(address, new { role = user == Queen.Dana ? "owner" : "dispatcher" }).Json(403);
            await user.Api.Put(address, new { status = "suspended" }).Json(403);
            await user.Api.Put(address, new { qualifications = new[] { "captain" } }).Json(403);
            await user.Api.Put(address, new { name = user.Name, phone = "+1 619 555 0199" }).Json();
        }
    }

    [Fact]
    public async Task The_last_owner_cannot_be_archived()
    {
        var cast = await fixture.Ship.Cast("one-owner");
        var address = $"/api/members/{cast.Olive.MemberId}";
        var refused = await cast.Olive.Api.DeleteAsync(address).Json(409);
        Assert.Equal("last_owner", (string?)refused["code"]);

        await cast.Olive.Api.Put($"/api/members/{cast.Dana.MemberId}", new { role = "owner" }).Json();
        await cast.Olive.Api.DeleteAsync(address).Json(204);
        await cast.Dana.Api.DeleteAsync($"/api/members/{cast.Dana.MemberId}").Json(409);
    }

    [Fact]
    public async Task Suspended_and_archived_members_are_signed_out_on_the_next_request()
    {
        var cast = await fixture.Ship.Cast("strict-boats");
        await cast.Dana.Api.Put($"/api/members/{cast.Sam.MemberId}", new { status = "suspended" }).Json();
        await cast.Dana.Api.DeleteAsync($"/api/members/{cast.Alex.MemberId}").Json(204);

        foreach (var user in new[] { cast.Sam, cast.Alex })
        {
            Assert.Equal(401, (int)(await user.Api.GetAsync("/api/members")).StatusCode);
        }

        await cast.Dana.Api.Put($"/api/members/{cast.Sam.MemberId}", new { status = "active" }).Json();
        await cast.Sam.Api.GetAsync("/api/members").Json();
    }
}
