using System.Net;
using ShipCaptainCrew.Tests.Support;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class SunApiTests
{
    [Fact]
    public async Task More_than_600_requests_a_minute_are_refused_with_a_retry_time()
    {
        await using var app = new AppFixture();
        using var client = app.CreateClient();
        for (var i = 0; i < 600; i++) await client.Get("/api/sun");

        using var refused = await client.Get(SanDiego);

        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("too_many", (string?)(await Task.FromResult(refused).Json(429))["code"]);
        Assert.Equal(401, (int)(await client.Get("/api/me")).StatusCode);
    }

    [Theory]
    [InlineData("203.0.113.7", "::ffff:203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    public void A_visitor_is_one_IPv4_address_or_one_IPv6_network(string one, string other, bool same) =>
        Assert.Equal(same, RateLimits.Visitor(IPAddress.Parse(one)) == RateLimits.Visitor(IPAddress.Parse(other)));
}
