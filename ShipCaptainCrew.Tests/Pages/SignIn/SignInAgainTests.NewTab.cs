using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.SignIn;

public sealed partial class SignInAgainTests
{
    [Fact]
    public async Task A_form_refused_for_an_old_sign_in_is_accepted_after_signing_in_in_another_tab()
    {
        var form = await queen.Dana.Browser.Page(New);
        ExpireSignIn();
        var refused =
            await queen.Dana.Browser.PostForm(New, ("name", "Jo O'Neil"), ("email", "jo@example.com"),
                ("phone", "+1 619 555 0142"), ("qualifications", ""), ("qualifications", "captain"));
        var page = await refused.Html();

        Assert.Null(form.QuerySelector(".note"));
        Assert.Equal(403, (int)refused.StatusCode);
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
    public async Task The_new_tab_says_to_go_back_to_the_form_after_signing_in()
    {
        ExpireSignIn();
        var page = await (await queen.Dana.Browser.PostForm(New, ("name", "Jo"), ("email", "jo@example.com"))).Html();
        await queen.Dana.Browser.GetAsync(page.QuerySelector("#errs a")!.GetAttribute("href"), stop);

        var landed = await SignIn();

        Assert.Contains("Go back to the tab you came from",
            (await queen.Dana.Browser.Page(landed)).QuerySelector("[role=status]")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_is_refused_if_another_member_signed_in_in_the_same_browser()
    {
        ExpireSignIn();
        var page = await (await queen.Dana.Browser.PostForm(New, ("name", "Jo"), ("email", "jo@example.com"))).Html();

        await queen.Dana.SignInBeside(app, "olive@queen-of-san-diego.example");

        Assert.Equal(
            400, (int)(await queen.Dana.Browser.Press(page.QuerySelector("main form.stack")!, New)).StatusCode);
    }
}
