using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class GuestLinksTests
{
    [Fact]
    public async Task Correcting_the_address_revokes_the_links_mailed_to_the_old_one()
    {
        var (ben, shown) = await day.Cast.Guest(day.CharterId, "Ben Cole", "wrong@guests.example");
        var old = await MailedLink("wrong@guests.example");
        Assert.Equal(200, await Status(old));

        await day.Cast.Dana.Api.Put($"{day.Api}/guests/{ben}", new { email = "WRONG@guests.example" }).Json();
        Assert.Equal(200, await Status(old));
        await day.Cast.Dana.Api.Put($"{day.Api}/guests/{ben}", new { email = "right@guests.example" }).Json();

        Assert.Equal(404, await Status(old));
        Assert.Equal(404, (int)(await phone.Sign(old, "Mallory")).StatusCode);
        Assert.Equal(200, await Status(shown));
        Assert.Equal(200, await Status(await MailedLink("right@guests.example")));
    }

    [Fact]
    public async Task Correcting_the_address_revokes_the_link_to_the_copy_too()
    {
        var (ben, page) = await day.Cast.Guest(day.CharterId, "Ben Cole", "wrong@guests.example");
        await phone.Sign(page, "Ben Cole");
        var copy = await MailedLink("wrong@guests.example", "Signed");
        Assert.Equal(200, await Status($"{copy}/receipt"));

        await day.Cast.Dana.Api.Put($"{day.Api}/guests/{ben}", new { email = (string?)null }).Json();

        Assert.Equal(404, await Status($"{copy}/receipt"));
        Assert.Equal(200, await Status($"{page}/receipt"));
    }

    [Fact]
    public async Task The_link_in_a_copy_only_shows_what_was_signed()
    {
        var (ben, page) = await day.Cast.Guest(day.CharterId, "Ben Cole");
        await phone.Sign(page, "Ben Cole", ("email", "typed@guests.example"));
        var copy = await MailedLink("typed@guests.example", "Signed");
        await day.Cast.Dana.Api.Put($"{day.Api}/guests/{ben}", new { minor = true }).Json();

        Assert.Equal(404, (int)(await phone.Sign(copy, "Mallory")).StatusCode);
        Assert.Contains("Ben Cole", (await phone.Page($"{copy}/receipt")).Text(), StringComparison.Ordinal);
    }

    private async Task<string> MailedLink(string to, string subject = "Please sign")
    {
        var text = (await day.Ship.Post.Arrival(to, subject)).TextBody!;
        return LinkShape().Match(text).Groups[1].Value;
    }

    private async Task<int> Status(string page) =>
        (int)(await phone.GetAsync(page, TestContext.Current.CancellationToken)).StatusCode;

    [GeneratedRegex(@"https://ship\.test(/waivers/[^/?\s]+)")]
    private static partial Regex LinkShape();
}
