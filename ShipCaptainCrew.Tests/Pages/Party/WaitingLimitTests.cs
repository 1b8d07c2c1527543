using System.Net;
using ShipCaptainCrew.Tests.Support;
using static ShipCaptainCrew.Tests.Support.JoiningSteps;

namespace ShipCaptainCrew.Tests.Pages.Party;

/// <summary>How many may wait to be placed: on one charter, and of those from one network.</summary>
public sealed class WaitingLimitTests : IAsyncLifetime
{
    private readonly AppFixture app =
        new() { Caller = IPAddress.Loopback, Settings = { ["Proxy:Trusted"] = "127.0.0.1" } };
    private CharterFixture day = null!;

    public async ValueTask InitializeAsync() => day = await CharterFixture.Begin(app);

    public ValueTask DisposeAsync() => day.DisposeAsync();

    [Theory]
    [InlineData("dock", "203.0.113.7", "203.0.113.7", "203.0.113.8")]
    [InlineData("party", "2001:db8:1:2::1", "2001:db8:1:2:ffff::9", "2001:db8:1:3::1")]
    public async Task Fifty_from_one_network_may_wait_and_others_still_join(
        string kind, string address, string sameNetwork, string other)
    {
        var link = await day.JoinLink(kind);
        using var spammer = From(address);
        for (var i = 0; i < 50; i++) await spammer.Join(link, $"Spam {i}");

        using var neighbor = From(sameNetwork);
        var refused = await neighbor.Send(link, ("name", "Spam 50"));

        Assert.Equal(409, (int)refused.StatusCode);
        Assert.Contains("Too many people are already waiting", (await refused.Html()).Text(), StringComparison.Ordinal);
        using var honest = From(other);
        await honest.Join(link, "Walk Upson");
        await day.Cast.Kim.Api.Post($"{day.Api}/guests/{(await day.Waiting())[0].Id}/place", new { }).Json();
        await spammer.Join(link, "Spam 51");
    }

    [Fact]
    public async Task A_charter_has_at_most_150_who_wait_and_children_count()
    {
        await day.Cast.Waiver();
        var (link, phones) = (await day.JoinLink("dock"), Enumerable.Range(1, 4).Select(i => From($"203.0.113.{i}")));
        var networks = phones.ToList();
        var signer = await networks[3].Join(link, "Ana Cole");
        for (var i = 0; i < 148; i++) await networks[i % 3].Join(link, $"Guest {i}");

        var tooMany = await networks[3].Sign(
            signer, "Ana Cole", [.. Mother, .. Child("Mia Cole"), .. Child("Leo Cole", 1)]);
        Assert.Equal(409, (int)tooMany.StatusCode);
        Assert.Equal(303, (int)(await networks[3].Sign(
            signer, "Ana Cole", [.. Mother, .. Child("Mia Cole")])).StatusCode);
        Assert.Equal(409, (int)(await networks[3].Send(link, ("name", "Too many"))).StatusCode);

        Assert.Equal(150, (await day.Waiting()).Count);
        networks.ForEach(phone => phone.Dispose());
    }

    private HttpClient From(string address)
    {
        var phone = app.Phone();
        phone.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return phone;
    }
}
