using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Actions;

public sealed partial class ProgramsTests
{
    [Fact]
    public async Task The_log_shows_who_created_and_who_revoked_a_token()
    {
        await CreateToken("crew", days: 1);
        var row = (await queen.Olive.Browser.Page(Page)).QuerySelector("button[name=program]")!;
        await queen.Olive.Browser.PostForm(Page, "?handler=Revoke", ("program", row.GetAttribute("value")!));

        var lines = (await queen.Olive.Browser.Page("/queen-of-san-diego/log")).QuerySelectorAll(".log li").Take(2)
            .Select(line => line.TextContent).ToList();

        Assert.Contains("Revoked an API token", lines[0], StringComparison.Ordinal);
        Assert.Contains("Created an API token", lines[1], StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Contains("Olive", line, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("owner", "30")]
    [InlineData("captain", "30")]
    [InlineData("dispatcher", "367")]
    [InlineData("dispatcher", "0")]
    [InlineData("dispatcher", "")]
    public async Task A_token_above_dispatcher_or_longer_than_a_year_is_refused(string role, string days) =>
        Assert.Equal(422,
            (int)(await queen.Olive.Browser.PostForm(
                Page, ("name", "Booking"), ("role", role), ("days", days))).StatusCode);

    [Fact]
    public async Task Only_an_owner_with_a_recent_sign_in_creates_a_token()
    {
        Assert.Equal(403,
            (int)(await queen.Dana.Browser.PostForm("/queen-of-san-diego/me", "/../programs", ("name", "Booking"),
                ("role", "crew"), ("days", "1"))).StatusCode);
        app.Clock.Advance(TimeSpan.FromMinutes(11));

        var stale = await queen.Olive.Browser.PostForm(Page, ("name", "Booking"), ("role", "crew"), ("days", "1"));

        Assert.Equal(403, (int)stale.StatusCode);
        Assert.Equal("Booking", (await stale.Html()).QuerySelector("#name")!.GetAttribute("value"));
        Assert.Null(await TokenId());
    }
}
