using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class InvitationTests
{
    [Fact]
    public async Task Only_the_invited_person_can_accept_it_and_others_are_told_what_they_are_for_an_unknown_link()
    {
        var token = await Invite();

        var unknown = await Accept(queen.Sam.Api, "nothing", 400);
        var anothers = await Accept(queen.Sam.Api, token, 400);
        await Accept(Visitor(), token, 401);

        Assert.Equal(((string?)unknown["code"], (string?)unknown["title"]),
            ((string?)anothers["code"], (string?)anothers["title"]));
        await queen.Kim.Api.Post("/api/invitations/accept", new { }).Json(400);
        await queen.Kim.Api.Post("/api/invitations/accept", new { token = 7 }).Json(422);
        await Accept(queen.Kim.Api, token);
    }

    [Fact]
    public async Task A_program_cannot_accept_it()
    {
        var page = await (await queen.Olive.Browser.PostForm(
            $"/{queen.Slug}/programs", ("name", "Booking"), ("role", "dispatcher"), ("days", "9"))).Html();
        using var program = With(page.QuerySelector(".pre")!.TextContent);

        await Accept(program, await Invite("olive@queen-of-san-diego.example"), 403);
    }

    [Theory]
    [InlineData("expired")]
    [InlineData("the operator is suspended")]
    [InlineData("the member is suspended")]
    [InlineData("the member was archived and invited again")]
    public async Task An_invitation_that_is_not_open_is_refused_like_an_unknown_one(string why)
    {
        var token = await Invite();
        var member = $"/api/members/{(await KimsMemberships(strangers))[0].Id}";
        if (why == "expired") app.Clock.Advance(MagicLink.InvitationLife);
        else if (why == "the operator is suspended") await strangers.Suspend();
        else if (why == "the member is suspended")
            await strangers.Olive.Api.Put(member, new { status = "suspended" }).Json();
        else
        {
            await strangers.Olive.Api.DeleteAsync(member, stop).Json(204);
            await strangers.Olive.Api.Post("/api/members", new { name = "Kim", email = Kim, role = "crew" }).Json(201);
        }

        using var kim = await queen.Kim.SignInAgain(app, queen.OperatorId);
        Assert.Equal("not_valid", (string?)(await Accept(kim, token, 400))["code"]);
        await Visitor().Post("/api/auth/tokens", new { token, name = "Kim" }).Json(400);
        Assert.Equal("This link no longer works",
            (await Visitor().Page($"/sign-in/{token}")).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task A_suspended_person_cannot_join_by_an_invitation_sent_before()
    {
        var token = await Invite("new@elsewhere.example");
        var invited = (await strangers.Olive.Api.Get("/api/members").Json())["items"]!.AsArray()
            .Single(row => (string?)row!["email"] == "new@elsewhere.example")!;
        await strangers.Olive.Api.Put($"/api/members/{invited.Id()}", new { status = "suspended" }).Json();
        await strangers.Olive.Api.Put($"/api/members/{invited.Id()}", new { status = "active" }).Json();

        await Visitor().Post("/api/auth/tokens", new { token, name = "New" }).Json(400);

        await strangers.Olive.Api.Post($"/api/members/{invited.Id()}/invite").Json();
        token = await InvitationOf(strangers, invited.Id());
        await Visitor().Post("/api/auth/tokens", new { token, name = "New" }).Json();
    }
}
