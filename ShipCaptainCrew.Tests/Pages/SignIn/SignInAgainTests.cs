using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.SignIn;

/// <summary>
/// Pages that need a sign-in within the last ten minutes say so in advance and keep the input if it expires meanwhile.
/// </summary>
public sealed partial class SignInAgainTests : IAsyncLifetime
{
    private const string Operator = "/queen-of-san-diego";
    private const string New = $"{Operator}/crew/new";
    private const string Dana = "dana@queen-of-san-diego.example";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly AppFixture app = new();
    private Cast queen = null!;

    public async ValueTask InitializeAsync() => queen = await app.Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task With_JavaScript_the_refused_form_is_swapped_in()
    {
        ExpireSignIn();

        var refused = await queen.Dana.Browser.Tap(New, New, ("name", "Jo"), ("email", "jo@example.com"));
        var page = await refused.Html();

        Assert.Equal(403, (int)refused.StatusCode);
        Assert.Equal("Jo", Value(page, "name"));
        Assert.NotNull(page.QuerySelector("#main #errs a[target=_blank]"));
    }

    [Theory]
    [InlineData("/crew/new")]
    [InlineData("/programs")]
    [InlineData("/settings")]
    [InlineData("/me/passkeys")]
    [InlineData("/waivers/book?q=cole&part=1")]
    public async Task A_page_that_needs_a_recent_sign_in_says_so_and_is_returned_to(string below)
    {
        Assert.Null((await queen.Olive.Browser.Page(Operator + below)).QuerySelector("main a[href^='/sign-in']"));
        ExpireSignIn();

        var now = (await queen.Olive.Browser.Page(Operator + below)).QuerySelector(".note.act a")!.GetAttribute("href");
        await queen.Olive.Browser.GetAsync(now, stop);

        Assert.Equal(Operator + below, await SignIn(queen.Olive, "olive@queen-of-san-diego.example"));
        Assert.Null((await queen.Olive.Browser.Page(Operator + below)).QuerySelector("main a[href^='/sign-in']"));
    }

    [Fact]
    public async Task A_page_that_the_viewer_may_not_change_asks_for_no_sign_in()
    {
        ExpireSignIn();

        Assert.Null(
            (await queen.Dana.Browser.Page($"{Operator}/crew/{queen.Olive.MemberId}"))
                .QuerySelector("main a[href^='/sign-in']"));
    }

    [Fact]
    public async Task A_button_without_input_redirects_to_sign_in_and_back_to_its_page()
    {
        var sam = $"{Operator}/crew/{queen.Sam.MemberId}";
        ExpireSignIn();

        var pressed = await queen.Dana.Browser.PostForm(sam, "?handler=Archive");

        Assert.Equal("/sign-in?again", $"{pressed.Headers.Location}");
        Assert.Equal(sam, await SignIn());
        Assert.Equal(303, (int)(await queen.Dana.Browser.PostForm(sam, "?handler=Archive")).StatusCode);
        Assert.Equal(404, (int)(await queen.Dana.Browser.GetAsync(sam, stop)).StatusCode);
    }

    [Fact]
    public async Task Changing_waiver_retention_needs_a_recent_sign_in_and_other_standing_orders_do_not()
    {
        ExpireSignIn();

        var refused = await queen.Olive.Browser.PostForm(
            $"{Operator}/settings", ("reminder_hours", "48"), ("grace_minutes", "45"), ("waiver_years", "1"));
        var page = await refused.Html();
        var grace = await queen.Olive.Browser.PostForm(
            $"{Operator}/settings", ("reminder_hours", "48"), ("grace_minutes", "45"), ("waiver_years", "4"));

        Assert.Equal((403, "48", "45", "1"),
            ((int)refused.StatusCode, Value(page, "reminder_hours"), Value(page, "grace_minutes"),
                Value(page, "waiver_years")));
        Assert.Equal(303, (int)grace.StatusCode);
        Assert.Equal(4, (int)(await queen.Olive.Api.Get("/api/standing-orders").Json())["waiver_years"]!);
    }

    private void ExpireSignIn() => app.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

    private Task<string> SignIn() => SignIn(queen.Dana, Dana);

    /// <summary>Signs in again in the same browser.</summary>
    /// <returns>The address it redirects to.</returns>
    private async Task<string> SignIn(TestUser who, string email) =>
        $"{(await who.SignInBeside(app, email)).Headers.Location}";

    private static string? Value(IDocument page, string field) => page.GetElementById(field)?.GetAttribute("value");
}
