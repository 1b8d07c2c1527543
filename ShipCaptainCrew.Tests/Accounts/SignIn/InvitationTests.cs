using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

/// <summary>
/// Tests invitations of people who have joined an operator before: the link alone signs nobody in. Kim is a member of
/// the Queen and invited by the strangers.
/// </summary>
public sealed partial class InvitationTests : IAsyncLifetime
{
    private const string Kim = "kim@queen-of-san-diego.example";

    private readonly AppFixture app = new();
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private Cast queen = null!, strangers = null!;

    public async ValueTask InitializeAsync() => (queen, strangers) = (await app.Cast(), await app.Cast("strangers"));

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData("active")]
    [InlineData("suspended")]
    [InlineData("archived")]
    public async Task Its_link_alone_does_not_sign_in_a_person_who_ever_joined_an_operator(string now)
    {
        var token = await Invite();
        var member = $"/api/members/{queen.Kim.MemberId}";
        if (now == "suspended") await queen.Olive.Api.Put(member, new { status = "suspended" }).Json();
        if (now == "archived") await queen.Olive.Api.DeleteAsync(member, stop).Json(204);
        using var scanner = Visitor();

        var refused = await scanner.Post("/api/auth/tokens", new { token, name = "Kim" }).Json(409);
        var page = await scanner.Page($"/sign-in/{token}");
        var sent = await scanner.PostForm($"/sign-in/{token}", ("name", "Kim"));

        Assert.Equal("sign_in_first", (string?)refused["code"]);
        Assert.Equal("Sign in first", page.QuerySelector("h1")!.TextContent);
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Equal(409, (int)sent.StatusCode);
        Assert.Equal(401, await StatusOf(scanner, "/api/me"));
        Assert.All(await KimsMemberships(strangers), invited => Assert.Null(invited.JoinedAt));
    }

    [Fact]
    public async Task The_link_of_a_new_operator_does_not_sign_in_a_person_who_joined_another_one()
    {
        var (token, _) = await app.In(services =>
            services.GetRequiredService<OperatorSetup>().Create(Cast.QueenOfSanDiego("third", Kim), stop));

        await Visitor().Post("/api/auth/tokens", new { token, name = "Kim" }).Json(409);

        var me = await Accept(queen.Kim.Api, token!);
        Assert.Equal(("third", "owner", "Kim"), ((string?)me["operator"], (string?)me["role"], (string?)me["name"]));
    }

    [Fact]
    public async Task Accepting_it_opens_the_operator_to_that_session_and_later_ones_and_to_no_older_one()
    {
        using var older = await queen.Kim.SignInAgain(app, queen.OperatorId);
        var token = await Invite(role: "dispatcher");
        app.Clock.Advance(TimeSpan.FromSeconds(1));

        var me = await Accept(queen.Kim.Api, token);

        Assert.Equal(("strangers", "dispatcher", "Kim Park", Kim),
            ((string?)me["operator"], (string?)me["role"], (string?)me["name"], (string?)me["email"]));
        Assert.Equal(200, await StatusOf(queen.Kim.Browser, "/strangers"));
        Assert.Equal(401, await StatusOf(older, "/strangers"));
        Assert.Equal(queen.Slug, (string?)(await older.Get("/api/me").Json())["operator"]);
        Assert.Null((await older.Page($"/{queen.Slug}")).QuerySelector("header details.home"));
        using var later = await queen.Kim.SignInAgain(app, queen.OperatorId);
        Assert.Equal(200, await StatusOf(later, "/strangers"));
        var entry = await strangers.Look(db =>
            db.Log.AsNoTracking().OrderByDescending(row => row.Seq).FirstAsync(stop));
        Assert.Equal(("member.joined", (Guid)me["member_id"]!, queen.Kim.SessionId),
            (entry.Kind, entry.MemberId, entry.SessionId));
    }

    [Fact]
    public async Task Accepting_it_again_in_the_same_session_changes_nothing()
    {
        var token = await Invite();
        var me = await Accept(queen.Kim.Api, token);
        app.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(me.ToJsonString(), (await Accept(queen.Kim.Api, token)).ToJsonString());

        var member = Assert.Single(await KimsMemberships(strangers));
        Assert.Equal(AppFixture.Morning, member.JoinedAt);
        Assert.Equal(1, await strangers.Look(db =>
            db.Log.CountAsync(entry => entry.Kind == "member.joined" && entry.MemberId == member.Id, stop)));
    }

    [Fact]
    public async Task Accepting_it_does_not_make_the_sign_in_recent()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(11));
        await Accept(queen.Kim.Api, await Invite(role: "owner"));

        using var export = await queen.Kim.Browser.Get("/strangers/waivers/book.csv");

        Assert.Equal("/sign-in?again", $"{export.Headers.Location}");
    }
}
