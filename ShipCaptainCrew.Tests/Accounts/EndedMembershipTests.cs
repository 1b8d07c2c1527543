using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

/// <summary>
/// Tests that sessions and tokens from before a suspension or archiving open nothing of that operator afterwards, and
/// what they opened of others. Kim is a member of the Queen and of the strangers.
/// </summary>
public sealed class EndedMembershipTests : IAsyncLifetime
{
    private readonly AppFixture app = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private Cast queen = null!;

    private TestUser Kim => queen.Kim;

    public async ValueTask InitializeAsync()
    {
        queen = await app.Cast();
        await (await app.Cast("strangers")).Join(Kim);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("suspended")]
    [InlineData("archived")]
    public async Task An_older_session_opens_nothing_after_the_return_and_other_operators_as_before(string how)
    {
        await EndAndReturn(Kim.MemberId, how);

        Assert.Equal(401, (int)(await Kim.Api.Get($"/{queen.Slug}")).StatusCode);
        Assert.Equal(401, (int)(await Kim.Api.Get("/api/me")).StatusCode);
        var page = await Kim.Browser.Get($"/{queen.Slug}/me");
        Assert.Equal((302, $"/sign-in?returnUrl=%2F{queen.Slug}%2Fme"),
            ((int)page.StatusCode, $"{page.Headers.Location}"));
        Assert.Equal(200, (int)(await Kim.Browser.Get("/strangers")).StatusCode);
        Assert.Equal("/strangers", $"{(await Kim.Browser.Get("/")).Headers.Location}");
        Assert.Null((await Kim.Browser.Page("/strangers")).QuerySelector("header details.home"));
        using var later = await Kim.SignInAgain(app, queen.OperatorId);
        Assert.Equal(queen.Slug, (string?)(await later.Get("/api/me").Json())["operator"]);
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("archived")]
    public async Task A_person_of_one_operator_is_asked_to_sign_in_again_after_the_return(string how)
    {
        await EndAndReturn(queen.Sam.MemberId, how);

        await queen.Sam.Browser.Get("/api/me").Json(401);
        Assert.Contains("Sign out, then sign in again",
            (await queen.Sam.Browser.Page("/")).QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suspended")]
    [InlineData("archived")]
    public async Task A_programs_token_opens_nothing_after_its_maker_returned(string how)
    {
        var second = await TestUser.Create(app, queen.OperatorId, queen.Slug, "Otto", MemberRole.Owner);
        var page = await (await queen.Olive.Browser.PostForm(
            $"/{queen.Slug}/programs", ("name", "Booking"), ("role", "dispatcher"), ("days", "90"))).Html();
        using var program = app.CreateClient();
        program.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", page.QuerySelector(".pre")!.TextContent);
        await program.Get("/api/me").Json();

        await EndAndReturn(queen.Olive.MemberId, how, second);

        await program.Get("/api/me").Json(401);
        var listed = await second.Browser.Page($"/{queen.Slug}/programs");
        Assert.Null(listed.QuerySelector("button[name=program]"));
    }

    [Fact]
    public async Task A_stream_begun_before_does_not_continue_after_the_return()
    {
        await using var stream = await EventStreamReader.Begin(Kim.Api, $"/{queen.Slug}/stream");
        await stream.Hear();

        // The stream looks at the rights every 15 seconds, so only after the return.
        await EndAndReturn(Kim.MemberId, "suspended", after: TimeSpan.FromSeconds(1));

        var heard = new List<string>();
        do heard.Add(await stream.Hear(app.Clock, 30));
        while (heard is not [.., "end"] && heard.Count < 5);
        Assert.Equal(["change member.changed", "change member.changed", "end"], heard);
    }

    /// <summary>Ends a membership and makes it active again, by default a minute later each.</summary>
    private async Task EndAndReturn(Guid memberId, string how, TestUser? owner = null, TimeSpan? after = null)
    {
        var (office, member) = ((owner ?? queen.Olive).Api, $"/api/members/{memberId}");
        app.Clock.Advance(after ?? TimeSpan.FromMinutes(1));
        if (how == "suspended") await office.Put(member, new { status = "suspended" }).Json();
        else await office.DeleteAsync(member, stop).Json(204);
        app.Clock.Advance(after ?? TimeSpan.FromMinutes(1));
        if (how == "suspended") await office.Put(member, new { status = "active" }).Json();
        else await InviteAndJoin(office, memberId);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
    }

    /// <summary>Invites an archived member again, who then accepts in a new session.</summary>
    private async Task InviteAndJoin(HttpClient office, Guid memberId)
    {
        var member = await queen.Look(db => db.Members.AsNoTracking().FirstAsync(row => row.Id == memberId, stop));
        var role = member.Role.ToString().ToLowerInvariant();
        await office.Post("/api/members", new { name = member.Name, email = member.Email, role }).Json(201);
        await app.Change(queen.OperatorId, async (db, actor) =>
        {
            (await db.Members.FirstAsync(row => row.Id == memberId, stop)).Join(null, actor);
            return true;
        });
    }
}
