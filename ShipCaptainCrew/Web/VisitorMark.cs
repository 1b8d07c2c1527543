using System.Security.Cryptography;
using System.Text;

namespace ShipCaptainCrew.Web;

/// <summary>
/// What the application log says about where a request came from: a mark that is the same for all requests of one
/// client address while the server runs, and from which the address cannot be found. The proxy's own log has the
/// addresses.
/// </summary>
internal static class VisitorMark
{
    private static readonly byte[] Key = RandomNumberGenerator.GetBytes(32);

    public static string Of(HttpContext http)
    {
        var client = RateLimits.Visitor(http.Connection.RemoteIpAddress);
        return Convert.ToHexStringLower(HMACSHA256.HashData(Key, Encoding.UTF8.GetBytes(client)))[..8];
    }

    /// <summary>The pattern of the route instead of the address, because an address may contain a token.</summary>
    public static string RoutePattern(this HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "(no endpoint)";
}
