using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class EmailChangeTests
{
    [Theory]
    [InlineData("")]
    [InlineData("?handler=Keep")]
    public async Task In_any_other_browser_each_mailbox_answers_only_with_the_code_of_its_email(string handler)
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        var (oldCode, newCode) = (app.CodeFor(oldLink), app.CodeFor(newLink));
        var others = await OtherBrowser();
        foreach (var (link, wrong) in new[] { (oldLink, newCode), (newLink, oldCode) })
        {
            foreach (var (client, typed) in new[] { (phone, ""), (phone, wrong), (others, ""), (others, wrong) })
            {
                using var posted = await client.PostForm(link, handler, ("code", typed));
                var page = await posted.Html();
                Assert.Equal((422, typed),
                    ((int)posted.StatusCode, page.QuerySelector("[name=code]")!.GetAttribute("value") ?? ""));
                Assert.Contains(typed.Length == 0 ? "Enter the code" : "This code is wrong.",
                    page.QuerySelector("#code-e")!.TextContent, StringComparison.Ordinal);
            }
        }

        Assert.Equal([Mailbox.Old, Mailbox.New], (await WaitingFor(Sam))!.Missing);
        var asTyped = $" {newCode[..4].ToLowerInvariant()}-{newCode[4..]}";
        using var right = await phone.Send(newLink + handler, ("code", asTyped));
        Assert.Equal(handler.Length == 0 ? 303 : 200, (int)right.StatusCode);
        Assert.Equal(
            handler.Length == 0 ? "Old" : "withdrawn",
            await WaitingFor(Sam) is { } waiting ? string.Join(',', waiting.Missing) : "withdrawn");
    }

    [Fact]
    public async Task The_browser_that_asked_confirms_both_without_a_code_but_only_with_its_own_form()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        foreach (var link in new[] { oldLink, newLink })
        {
            Assert.Null((await Sam.Browser.Page(link)).QuerySelector("[name=code]"));
            Assert.Equal(409, (int)(await Sam.Browser.Send(link)).StatusCode);
            Assert.Equal(409, (int)(await Sam.Browser.Send($"{link}?handler=Keep")).StatusCode);
        }

        Assert.Equal([Mailbox.Old, Mailbox.New], (await WaitingFor(Sam))!.Missing);
        foreach (var link in new[] { oldLink, newLink })
            Assert.Equal(303, (int)(await Sam.Browser.PostForm(link)).StatusCode);
        Assert.Equal(New, await Email(cast, Sam.MemberId));
    }

    [Fact]
    public async Task After_five_wrong_codes_a_link_only_shows_the_page_except_in_the_browser_that_asked()
    {
        await cast.AskFor(Sam, New);
        var link = (await Links()).New;
        var code = app.CodeFor(link);
        for (var i = 0; i < 5; i++)
            Assert.Equal(422, (int)(await phone.Send(link, ("code", LinkCodes.OtherThan(code)))).StatusCode);

        Assert.Equal(409, (int)(await phone.Send(link, ("code", code))).StatusCode);
        var page = await phone.Page(link);
        Assert.Empty(page.QuerySelectorAll("form"));
        Assert.Contains("a wrong code was typed five times", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(303, (int)(await Sam.Browser.PostForm(link)).StatusCode);
        Assert.Equal([Mailbox.Old], (await WaitingFor(Sam))!.Missing);
    }

    [Fact]
    public async Task With_a_link_of_an_earlier_version_which_has_no_code_only_the_signed_in_person_can_act()
    {
        await cast.AskFor(Sam, New);
        var links = await Links();
        await app.Change(cast.OperatorId, (db, _) => db.Database.ExecuteSqlRawAsync(
            "UPDATE new_addresses SET Old_CodeHash = NULL, New_CodeHash = NULL", stop));
        foreach (var link in new[] { links.Old, links.New })
        {
            foreach (var client in new[] { phone, cast.Kim.Browser })
            {
                Assert.Equal(409, (int)(await client.PostForm(link, ("code", "00000000"))).StatusCode);
                Assert.Equal($"/sign-in?returnUrl={Uri.EscapeDataString(link)}",
                    (await client.Page(link)).QuerySelector("#main a.btn")!.GetAttribute("href"));
            }

            Assert.Equal(303, (int)(await (await OtherBrowser()).PostForm(link)).StatusCode);
        }

        Assert.Equal(New, await Email(cast, Sam.MemberId));
    }

    [Fact]
    public async Task Whoever_asks_for_the_address_of_another_gets_nothing_when_that_person_joins_elsewhere()
    {
        var strangers = await app.Cast("strangers");
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        await Sam.Browser.PostForm(oldLink);
        await phone.PostAsync(newLink, null, stop);
        await strangers.Olive.Api.Post("/api/members", new { name = "Nora", email = New, role = "owner" }).Json(201);
        var invitation = SignInToken((await app.Post.Arrival(New, "invites you to join")).TextBody!);
        var nora = await phone.Post("/api/auth/tokens", new { token = invitation, name = "Nora" }).Json();

        Assert.Equal(("owner", "strangers"), ((string?)nora["role"], (string?)nora["operator"]));
        Assert.Equal(404, (int)(await Sam.Browser.GetAsync("/strangers", stop)).StatusCode);
        Assert.Equal(409, (int)(await Sam.Browser.PostForm(newLink)).StatusCode);
        Assert.Equal(Old, (string?)(await Sam.Browser.Get("/api/me").Json())["email"]);
    }
}
