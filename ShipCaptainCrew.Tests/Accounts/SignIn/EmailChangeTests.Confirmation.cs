using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts.SignIn;

public sealed partial class EmailChangeTests
{
    [Fact]
    public async Task One_mailbox_alone_changes_nothing_however_often_it_confirms()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();

        foreach (var link in new[] { oldLink, oldLink }) Assert.Equal(303, (int)(await Confirm(link)).StatusCode);

        await phone.Post("/api/auth/tokens", new { token = newLink[^43..], name = "Sam" }).Json(400);
        Assert.Equal(Old, await Email(cast, Sam.MemberId));
        Assert.Empty((await phone.Page(oldLink)).QuerySelectorAll("form"));
        Assert.Equal(["Yes, it is mine", "No, that was not me"],
            (await phone.Page(newLink)).QuerySelectorAll("form button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task Twenty_simultaneous_confirmations_make_one_change()
    {
        await cast.AskFor(Sam, New);
        var (oldLink, newLink) = await Links();
        var before = await app.Count();

        var responses = await Task.WhenAll(
            Enumerable.Range(0, 20).Select(i => Confirm(i % 2 == 0 ? oldLink : newLink)));

        Assert.All(responses, response => Assert.Equal(303, (int)response.StatusCode));
        Assert.Equal(2, (await app.Letters(since: before)).Length);
        Assert.Single(await Changes(cast));
    }

    [Fact]
    public async Task Signing_in_again_in_the_requesting_browser_keeps_that_browser_signed_in()
    {
        await cast.AskFor(Sam, New);
        await Sam.SignInBeside(app, Old);
        var (oldLink, newLink) = await Links();

        foreach (var link in new[] { oldLink, newLink }) Assert.Equal(303, (int)(await Confirm(link)).StatusCode);

        Assert.Equal(New, (string?)(await Sam.Browser.Get("/api/me").Json())["email"]);
    }
}
