using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace ShipCaptainCrew.Doors;

/// <summary>How often one visitor may ask. More is answered 429, with when to come back.</summary>
public static class RateLimits
{
    /// <summary>For what needs no sign-in: 600 a minute.</summary>
    public const string Open = "open";

    public static IServiceCollection AddRateLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = SayWhen;
        options.AddPolicy(Open, http => PerMinute(http, 600));
    });

    /// <summary>One IPv4 address; in IPv6 the network that one household or server has (/64).</summary>
    public static string Visitor(IPAddress? address)
    {
        if (address?.IsIPv4MappedToIPv6 == true) address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(address.GetAddressBytes()[..8]) : $"{address}";
    }

    private static RateLimitPartition<string> PerMinute(HttpContext http, int times) => RateLimitPartition.GetFixedWindowLimiter(
        Visitor(http.Connection.RemoteIpAddress), _ => new() { PermitLimit = times, Window = TimeSpan.FromMinutes(1) });

    private static ValueTask SayWhen(OnRejectedContext rejected, CancellationToken cancel)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : TimeSpan.FromMinutes(1);
        rejected.HttpContext.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
