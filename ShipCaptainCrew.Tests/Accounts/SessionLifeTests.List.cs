using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

public sealed partial class SessionLifeTests
{
    [Fact]
    public async Task The_session_list_shows_when_each_was_last_used_and_can_end_one()
    {
        using var phone = Phone();
        app.Clock.Advance(TimeSpan.FromHours(5));
        await SignIn(phone, "link");
        var rows = (await phone.Page($"{Home}/me")).QuerySelectorAll("section[aria-labelledby=sessions] li");

        Assert.Equal(["2:00 PM", "9:00 AM"], rows.Select(row => Time().Match(row.TextContent).Value));
        Assert.Contains("This one", rows[0].TextContent, StringComparison.Ordinal);

        await phone.PostForm($"{Home}/me", "?handler=End", ("session", $"{queen.Sam.SessionId}"));
        await queen.Sam.Browser.Get("/api/me").Json(401);
        await phone.Get("/api/me").Json();
    }

    [Fact]
    public async Task The_shared_phone_choice_is_asked_once_kept_until_sign_in_and_shown_in_the_session_list()
    {
        using var phone = Phone();
        var link = Link().Match(await RequestEmail(phone, ("shared", "true"))).Value;

        foreach (var page in new[] { "/sign-in/sent", link })
            Assert.Null((await phone.Page(page)).QuerySelector("#shared"));

        await phone.PostForm(link);
        Assert.Contains("Shared phone",
            (await phone.Page($"{Home}/me")).QuerySelector("section[aria-labelledby=sessions]")!.TextContent,
            StringComparison.Ordinal);
    }
}
