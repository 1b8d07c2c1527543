using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

/// <summary>
/// Sam changes to another email address: requested on the own page, and confirmed from both mailboxes in browsers that
/// are not signed in.
/// </summary>
public sealed partial class EmailChangeTests : IAsyncLifetime
{
    private const string Home = "/queen-of-san-diego";
    private const string Old = "sam@queen-of-san-diego.example";
    private const string New = "sam@elsewhere.example";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly AppFixture app = new();
    private Cast cast = null!;
    private HttpClient phone = null!;

    private TestUser Sam => cast.Sam;

    public async ValueTask InitializeAsync()
    {
        cast = await app.Cast();
        phone = app.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = false });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_new_address_counts_everywhere_when_both_mailboxes_have_confirmed()
    {
        var strangers = await app.Cast("strangers");
        await Join(strangers);
        var elsewhere = await Sam.SignInAgain(app, cast.OperatorId);

        var asked = await cast.AskFor(Sam, New);

        Assert.Equal((303, $"{Home}/me?done=address_asked"), ((int)asked.StatusCode, $"{asked.Headers.Location}"));
        var (oldLink, newLink) = await Links();
        Assert.Equal(303, (int)(await Confirm(oldLink)).StatusCode);
        Assert.Contains(
            $"Now open the email to {New}", (await phone.Page(oldLink)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Confirmed", "Waiting"],
            (await Sam.Browser.Page($"{Home}/me")).QuerySelectorAll("section[aria-labelledby=address] .badge")
                .Select(badge => badge.TextContent));
        Assert.Equal(Old, await Email(cast, Sam.MemberId));
        await elsewhere.Get("/api/me").Json();

        Assert.Equal((303, newLink), ((int)(await Confirm(newLink)).StatusCode, newLink));

        Assert.Contains($"You sign in with {New} from now on.", (await phone.Page(newLink)).Body!.TextContent,
            StringComparison.Ordinal);
        Assert.Equal(New, (string?)(await Sam.Browser.Get("/api/me").Json())["email"]);
        await elsewhere.Get("/api/me").Json(401);
        Assert.All(await Memberships(Sam), member => Assert.Equal(New, member.Email));
        Assert.Equal(["queen-of-san-diego", "strangers"],
            (await Memberships(Sam)).Select(member => member.OperatorId == cast.OperatorId ? cast.Slug : strangers.Slug)
                .Order());
        foreach (var operatorCast in new[] { cast, strangers }) await AssertLogged(operatorCast);
        Assert.Equal(["sam: Your email address was changed", "sam: Your email address was changed"],
            (await app.Letters()).Where(email => email.Contains("was changed", StringComparison.Ordinal)));
        Assert.Equal(["sam: Your sign-in link"], await AskToSignIn(New));
        Assert.Empty(await AskToSignIn(Old));
    }

    [Fact]
    public async Task Links_sent_to_the_old_address_stop_working_and_a_pending_invitation_is_sent_to_the_new_one()
    {
        var strangers = await app.Cast("strangers");
        await strangers.Dana.Api.Post("/api/members", new { name = "Sam", email = Old, role = "crew" }).Json(201);
        var invitation = (await app.Post.Arrival(Old, "invites you to join")).TextBody!;
        var ask = (string?)(await phone.Post("/api/auth/magic-links", new { email = Old }).Json(202))["ask"];
        var signIn = (await app.Post.Arrival(Old, "sign-in")).TextBody!;

        await ChangeAddress();

        await phone.Post("/api/auth/tokens", new { token = SignInToken(signIn), ask }).Json(400);
        await phone.Post("/api/auth/tokens", new { token = SignInToken(invitation), name = "Sam" }).Json(400);
        var again = (await app.Post.Arrival(New, "invites you to join")).TextBody!;
        await Sam.Api.Post("/api/invitations/accept", new { token = SignInToken(again) }).Json();
    }
}
