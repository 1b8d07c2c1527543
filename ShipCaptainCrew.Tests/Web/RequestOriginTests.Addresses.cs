using System.Net;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class RequestOriginTests
{
    [Theory]
    [InlineData("::ffff:203.0.113.7", Visitor)]
    [InlineData("2001:db8::7", "2001:db8::7")]
    [InlineData("198.51.100.1, 203.0.113.7", Visitor)]
    [InlineData("nonsense", "127.0.0.1")]
    public async Task An_address_is_normalized_and_read_only_from_the_trusted_proxy(string forwarded, string logged)
    {
        await Queen.Kim.Api.With("X-Forwarded-For", forwarded, HttpMethod.Post, $"{fixture.Api}/nudge").Json();

        Assert.Equal(logged, (await LastLogEntry()).Address);
    }

    [Fact]
    public async Task A_forwarded_address_from_any_other_client_is_ignored()
    {
        await using var direct =
            await CharterFixture.Begin(new AppFixture { Caller = IPAddress.Parse("198.51.100.4") }, "direct");

        await FromVisitor(direct.Cast.Kim.Api).Post($"{direct.Api}/nudge").Json();

        Assert.Equal("198.51.100.4", (await LastLogEntry(direct.Cast)).Address);
    }
}
