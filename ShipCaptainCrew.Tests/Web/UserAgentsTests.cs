using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

/// <summary>The User-Agent header is stored with sessions and signed waivers, cut to 500 characters.</summary>
public sealed class UserAgentsTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private static readonly string Long = "Phone/1.0 " + new string('x', 5_000);

    [Fact]
    public async Task A_session_stores_at_most_500_characters_of_the_user_agent()
    {
        using var browser = fixture.Ship.CreateClient(new() { AllowAutoRedirect = false });
        browser.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Long);
        var email = $"sam@{fixture.Queen.Slug}.example";
        await browser.PostForm("/sign-in", ("email", email));
        var message = await fixture.Ship.Post.Arrival(delivery => delivery.To.Contains(email));

        await browser.PostForm(Regex.Match(message.TextBody!, "/sign-in/[A-Za-z0-9_-]{43}").Value);

        var devices = await fixture.Queen.Look(db => db.Set<Session>().Select(session => session.Device).ToListAsync());
        Assert.Equal(Long[..500], devices.Single(device => device.StartsWith("Phone/1.0 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_signed_waiver_stores_at_most_500_characters_of_the_user_agent()
    {
        await fixture.Queen.Waiver();
        var (_, page) = await fixture.Queen.Guest((await fixture.Charter()).Id(), "Ben Cole");
        using var phone = fixture.Ship.Phone();
        phone.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", Long);

        Assert.Equal(303, (int)(await phone.Sign(page, "Ben Cole")).StatusCode);

        var record = (await fixture.Queen.Book())[^1];
        Assert.Equal(Long[..500], WaiverContent.Read(record.Body!).UserAgent);
    }
}
