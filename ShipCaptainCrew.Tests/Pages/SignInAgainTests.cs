using AngleSharp.Dom;
using ShipCaptainCrew.Tests.Pages.WaiverRecords;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages;

/// <summary>
/// What wants a sign-in of the last ten minutes says so beforehand, and where they run out while somebody types,
/// nothing is lost.
/// </summary>
public sealed class SignInAgainTests : IAsyncLifetime
{
    private const string Operator = "/queen-of-san-diego", New = $"{Operator}/crew/new", Dana =
        "dana@queen-of-san-diego.example";

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly AppFixture app = new();
    private Cast queen = null!;

    public async ValueTask InitializeAsync() => queen = await app.Cast();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_form_whose_ten_minutes_ran_out_comes_back_as_typed_and_is_sent_after_a_sign_in_in_another_tab()
    {
        var form = await queen.Dana.Browser.Page(New);
        Late();
        var late =
            await queen.Dana.Browser.PostForm(New, ("name", "Jo O'Neil"), ("email", "jo@example.com"),
                ("phone", "+1 619 555 0142"), ("qualifications", ""), ("qualifications", "captain"));
        var page = await late.Html();

        Assert.Null(form.QuerySelector(".note"));
        Assert.Equal(403, (int)late.StatusCode);
        Assert.Equal(("Jo O'Neil", "jo@example.com", "+1 619 555 0142"),
            (Value(page, "name"), Value(page, "email"), Value(page, "phone")));
        Assert.Equal(["captain"], page.QuerySelectorAll("[checked]").Select(box => box.GetAttribute("value")));
        var link = page.QuerySelector("#errs a")!;
        Assert.Equal(("_blank", "noopener"), (link.GetAttribute("target"), link.GetAttribute("rel")));

        await queen.Dana.SignInBeside(app, Dana);
        var typed = page.QuerySelector("main form.stack")!;
        var (sent, twice) = (await queen.Dana.Browser.Press(typed, New), await queen.Dana.Browser.Press(typed, New));

        Assert.Equal($"{Operator}/crew?done=invited", $"{sent.Headers.Location}");
        Assert.Equal($"{Operator}/crew?done=invited", $"{twice.Headers.Location}");
        Assert.Single((await queen.Dana.Browser.Page($"{Operator}/crew")).QuerySelectorAll(".task a"),
            name => name.TextContent == "Jo O'Neil");
    }

    [Fact]
    public async Task The_tab_with_the_sign_in_says_where_to_go_on()
    {
        Late();
        var page = await (await queen.Dana.Browser.PostForm(New, ("name", "Jo"), ("email", "jo@example.com"))).Html();
        await queen.Dana.Browser.GetAsync(page.QuerySelector("#errs a")!.GetAttribute("href"), stop);

        var landed = await SignIn();

        Assert.Contains("Go back to the tab you came from",
            (await queen.Dana.Browser.Page(landed)).QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_somebody_else_who_signed_in_here_meanwhile_is_not_sent()
    {
        Late();
        var page = await (await queen.Dana.Browser.PostForm(New, ("name", "Jo"), ("email", "jo@example.com"))).Html();

        await queen.Dana.SignInBeside(app, "olive@queen-of-san-diego.example");

        Assert.Equal(
            400, (int)(await queen.Dana.Browser.Press(page.QuerySelector("main form.stack")!, New)).StatusCode);
    }

    [Fact]
    public async Task With_JavaScript_the_form_comes_back_in_its_place()
    {
        Late();

        var late = await queen.Dana.Browser.Tap(New, New, ("name", "Jo"), ("email", "jo@example.com"));
        var page = await late.Html();

        Assert.Equal(403, (int)late.StatusCode);
        Assert.Equal("Jo", Value(page, "name"));
        Assert.NotNull(page.QuerySelector("#main #errs a[target=_blank]"));
    }

    [Theory]
    [InlineData("/crew/new")]
    [InlineData("/programs")]
    [InlineData("/orders")]
    [InlineData("/me/passkeys")]
    [InlineData("/waivers/book?q=cole&part=1")]
    public async Task A_page_says_beforehand_that_it_wants_a_fresh_sign_in_and_is_come_back_to(string below)
    {
        Assert.Null((await queen.Olive.Browser.Page(Operator + below)).QuerySelector("main a[href^='/sign-in']"));
        Late();

        var now = (await queen.Olive.Browser.Page(Operator + below)).QuerySelector(".note.act a")!.GetAttribute("href");
        await queen.Olive.Browser.GetAsync(now, stop);

        Assert.Equal(Operator + below, await SignIn(queen.Olive, "olive@queen-of-san-diego.example"));
        Assert.Null((await queen.Olive.Browser.Page(Operator + below)).QuerySelector("main a[href^='/sign-in']"));
    }

    [Fact]
    public async Task Whoever_may_change_nothing_on_a_page_is_asked_for_nothing()
    {
        Late();

        Assert.Null(
            (await queen.Dana.Browser.Page($"{Operator}/crew/{queen.Olive.MemberId}")).QuerySelector(
                "main a[href^='/sign-in']"));
    }

    [Fact]
    public async Task A_button_with_nothing_typed_leads_to_the_sign_in_and_back_to_its_page()
    {
        var sam = $"{Operator}/crew/{queen.Sam.MemberId}";
        Late();

        var pressed = await queen.Dana.Browser.PostForm(sam, "?handler=Archive");

        Assert.Equal("/sign-in?again", $"{pressed.Headers.Location}");
        Assert.Equal(sam, await SignIn());
        Assert.Equal(303, (int)(await queen.Dana.Browser.PostForm(sam, "?handler=Archive")).StatusCode);
        Assert.Equal(404, (int)(await queen.Dana.Browser.GetAsync(sam, stop)).StatusCode);
    }

    [Fact]
    public async Task How_long_waivers_are_kept_wants_it_and_the_other_orders_do_not()
    {
        Late();

        var late =
            await queen.Olive.Browser.PostForm(
                $"{Operator}/orders", ("reminder_hours", "48"), ("grace_minutes", "45"), ("waiver_years", "1"));
        var page = await late.Html();
        var grace =
            await queen.Olive.Browser.PostForm(
                $"{Operator}/orders", ("reminder_hours", "48"), ("grace_minutes", "45"), ("waiver_years", "4"));

        Assert.Equal((403, "48", "45", "1"),
            ((int)late.StatusCode, Value(page, "reminder_hours"), Value(page, "grace_minutes"),
                Value(page, "waiver_years")));
        Assert.Equal(303, (int)grace.StatusCode);
        Assert.Equal(4, (int)(await queen.Olive.Api.Get("/api/standing-orders").Json())["waiver_years"]!);
    }

    private void Late() => app.Clock.Advance(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

    private Task<string> SignIn() => SignIn(queen.Dana, Dana);

    /// <summary>Signs in again in the same browser.</summary>
    /// <returns>Where that leads.</returns>
    private async Task<string> SignIn(TestUser who, string email) =>
        $"{(await who.SignInBeside(app, email)).Headers.Location}";

    private static string? Value(IDocument page, string field) => page.GetElementById(field)?.GetAttribute("value");
}

/// <summary>The same for what was signed: the whole book, its holds and its proofs.</summary>
public sealed class SignInAgainForWaiversTests : IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly SignedDay signed = new();

    public async ValueTask InitializeAsync()
    {
        await signed.InitializeAsync();
        signed.Day.Ship.Clock.Advance(TimeSpan.FromMinutes(11));
    }

    public ValueTask DisposeAsync() => signed.DisposeAsync();

    [Fact]
    public async Task Whatever_is_carried_away_wants_it_but_not_what_is_needed_on_the_dock()
    {
        var (olive, kim, record) = (
            signed.Owner, signed.Day.Cast.Kim.Browser, $"{signed.Day.Charter}/waivers/{signed.Ann}");

        foreach (var (who, carried, back) in new[] { (olive, $"{signed.Book}.csv", signed.Book),
            (olive, $"{record}/proof", record), (kim, $"{record}/proof", record) })
        {
            using var sent = await who.GetAsync(carried, stop);
            Assert.Equal("/sign-in?again", $"{sent.Headers.Location}");
            Assert.Contains(sent.Headers.GetValues("Set-Cookie"),
                cookie => cookie.Contains($"scc-back={Uri.EscapeDataString(back)}", StringComparison.Ordinal));
        }

        Assert.Equal(403, (int)(await signed.Day.Cast.Sam.Browser.GetAsync($"{record}/proof", stop)).StatusCode);
        foreach (var free in new[] { record, $"{signed.Day.Charter}/manifest", $"{signed.Day.Charter}/manifest.csv" })
            Assert.Equal(200, (int)(await kim.GetAsync(free, stop)).StatusCode);
    }

    [Fact]
    public async Task A_reason_to_hold_comes_back_with_its_row_open_and_in_the_same_search()
    {
        using var late =
            await signed.Owner.PostForm(
                $"{signed.Book}?q=o'neil", $"&handler=Hold&id={signed.Ann}", ("reason", "Claim of Ms O'Neil"));
        var page = await late.Html();

        Assert.Equal(403, (int)late.StatusCode);
        Assert.Equal("Claim of Ms O'Neil",
            Assert.Single(page.QuerySelectorAll("details[open] input[name=reason]")).GetAttribute("value"));
        Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("q=o", page.QuerySelector("details form")!.GetAttribute("action"), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#errs a[target=_blank]"));
    }
}
