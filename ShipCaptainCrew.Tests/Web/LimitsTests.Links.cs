using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class LimitsTests
{
    [Fact]
    public async Task Many_guests_behind_one_address_can_all_sign_in_one_minute()
    {
        await using var dock = await CharterFixture.Begin(
            new AppFixture { KeepsLimits = true, Settings = { ["Limits:Open"] = "6", ["Limits:Guest"] = "6" } });
        await dock.Cast.Waiver();
        using var wifi = dock.Ship.Phone();
        for (var i = 0; i < 10; i++)
        {
            var (_, page) = await dock.Cast.Guest(dock.CharterId, $"Guest {i}");
            Assert.Equal(200, (int)(await wifi.Get(page)).StatusCode);

            using var signed = await wifi.Sign(page, $"Guest {i}");

            Assert.Equal(303, (int)signed.StatusCode);
            Assert.Equal(200, (int)(await wifi.Get($"{signed.Headers.Location}")).StatusCode);
        }
    }

    [Fact]
    public async Task Unknown_links_are_refused_per_address_and_valid_ones_at_that_address_still_open()
    {
        await using var dock = await CharterFixture.Begin(
            new AppFixture { KeepsLimits = true, Settings = { ["Limits:Open"] = "6" } });
        await dock.Cast.Waiver();
        var (_, page) = await dock.Cast.Guest(dock.CharterId, "Ben Cole");
        using var wifi = dock.Ship.Phone();
        var statuses = new List<int>();
        for (var i = 0; i < 8; i++)
            statuses.Add((int)(await wifi.Get($"/waivers/{new string((char)('a' + i), 43)}")).StatusCode);

        Assert.Equal([404, 404, 404, 404, 404, 404, 429, 429], statuses);
        Assert.Equal(200, (int)(await wifi.Get(page)).StatusCode);
    }

    [Fact]
    public async Task A_link_that_a_whole_party_uses_is_limited_as_one_open_to_everybody()
    {
        await using var dock = await CharterFixture.Begin(
            new AppFixture { KeepsLimits = true, Settings = { ["Limits:Open"] = "6", ["Limits:Guest"] = "2" } });
        var token = await dock.Ship.In(services => services.GetRequiredService<SignedLinks>().Issue(
            LinkKind.Dock, dock.Cast.OperatorId, dock.CharterId, null, dock.Ship.Clock.GetUtcNow().AddDays(1)));
        using var wifi = dock.Ship.Phone();

        for (var i = 0; i < 6; i++) Assert.Equal(200, (int)(await wifi.Get($"/party/{token}")).StatusCode);
    }

    [Fact]
    public async Task Sign_in_links_that_do_not_work_are_refused_after_too_many_and_each_request_counts_once()
    {
        await using var few = new AppFixture { KeepsLimits = true, Settings = { ["Limits:Open"] = "4" } };
        using var visitor = few.CreateClient();
        using var posted = await visitor.PostForm(Link('a'), ("code", "GUESS000"));
        Assert.Equal(422, (int)posted.StatusCode);
        foreach (var letter in "bc") Assert.Equal(200, (int)(await visitor.Get(Link(letter))).StatusCode);

        await AssertTooMany(visitor.Get(Link('d')), 60);

        static string Link(char letter) => $"/sign-in/{new string(letter, 43)}";
    }
}
