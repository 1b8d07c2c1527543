using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;
using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Rate limits and the request timeout (<see cref="LimitOptions"/>). Rejected requests get 429 with Retry-After.
/// </summary>
public static class RateLimits
{
    /// <summary>For endpoints without sign-in.</summary>
    public const string Open = "open";

    /// <summary>For sign-in emails.</summary>
    public const string SignIn = "sign_in";

    /// <summary>For passkey requests.</summary>
    public const string Passkey = "passkey";

    /// <summary>
    /// For the pages of a link: limited per link and client address. Many guests may share one address, so only links
    /// that are not found are counted for the address as a whole (<see cref="FailedAttempts"/>).
    /// </summary>
    public const string Guest = "guest";

    /// <summary>For event streams, which stay open.</summary>
    public const string Stream = "stream";

    /// <summary>For exports to a file.</summary>
    public const string Export = "export";

    /// <summary>The length of every token. Longer ones are not found, so one limit for all of them is enough.</summary>
    private const int TokenLength = 43;

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan QuarterHour = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<FailedAttempts>();
        services.AddRequestTimeouts().AddOptions<RequestTimeoutOptions>().Configure<LimitOptions>((options, limits) =>
            options.DefaultPolicy = new()
            {
                Timeout = TimeSpan.FromSeconds(limits.Seconds),
                TimeoutStatusCode = StatusCodes.Status504GatewayTimeout,
            });
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = SetRetryAfter;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                Limiter(ForPrograms), Limiter(ForLinks), Limiter(ForStreams));
            options.AddPolicy(Open, http => ByAddress(http, Limits(http).Open, Minute));
            options.AddPolicy(SignIn, http => Handler(http) switch
            {
                null or "passkey" => Unlimited,
                "ask" => ByAddress(http, Limits(http).Passkey, QuarterHour, "ask "),
                _ => ByAddress(http, Limits(http).SignIn, QuarterHour),
            });
            options.AddPolicy(Passkey, http =>
                Handler(http) == "ask" ? ByAddress(http, Limits(http).Passkey, QuarterHour) : Unlimited);
            options.AddPolicy(Guest, http => ByLink(http, IsShared(http) ? Limits(http).Open : Limits(http).Guest));
            options.AddPolicy(Stream, http => Concurrent(User(http), Limits(http).Streams));
            options.AddPolicy(Export, http => Window(User(http), Limits(http).Exports, Hour));
        });
    }

    /// <summary>
    /// The rate limit key of a client address: the IPv4 address, or the /64 network of an IPv6 address, which one
    /// household or server usually has.
    /// </summary>
    public static string Visitor(IPAddress? address)
    {
        if (address?.IsIPv4MappedToIPv6 == true) address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexString(address.GetAddressBytes()[..8])
            : $"{address}";
    }

    /// <summary>Sets the Retry-After header and returns the status code 429.</summary>
    public static int SetRetryAfter(this HttpContext http, TimeSpan wait)
    {
        var seconds = Math.Ceiling(wait.TotalSeconds);
        http.Response.Headers[HeaderNames.RetryAfter] = seconds.ToString(CultureInfo.InvariantCulture);
        return StatusCodes.Status429TooManyRequests;
    }

    private static LimitOptions Limits(HttpContext http) => http.RequestServices.GetRequiredService<LimitOptions>();

    private static PartitionedRateLimiter<HttpContext> Limiter(
        Func<HttpContext, RateLimitPartition<string>> partition) =>
        PartitionedRateLimiter.Create(partition);

    /// <summary>
    /// Limits programs per person, across all of that person's tokens. Pages are not limited, because people read
    /// slowly. Re-executing a request for its error page does not count.
    /// </summary>
    private static RateLimitPartition<string> ForPrograms(HttpContext http) =>
        StatusPage.IsFirstRun(http) && IsProgram(http) ? Window(User(http), Limits(http).Api, Minute) : Unlimited;

    private static RateLimitPartition<string> ForLinks(HttpContext http) =>
        Token(http) is null ? Unlimited : ByLink(http, Limits(http).Open, "link ");

    /// <summary>
    /// Limits one link at one client address. An address with too many links that were not found has one limit for all
    /// its links, so that guessing does not fill the memory with limits.
    /// </summary>
    private static RateLimitPartition<string> ByLink(HttpContext http, int limit, string prefix = "")
    {
        var attempts = http.RequestServices.GetRequiredService<FailedAttempts>();
        return attempts.ExceedsLinks(http)
            ? ByAddress(http, Limits(http).Open, Minute, $"{prefix}guesses ")
            : ByAddress(http, limit, Minute, $"{prefix}{Token(http)} ");
    }

    /// <summary>Whether many people use the same link: that of a party or of the dock.</summary>
    private static bool IsShared(HttpContext http) => http.Request.Path.StartsWithSegments("/party");

    private static RateLimitPartition<string> ForStreams(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Stream
            ? Concurrent(Visitor(http.Connection.RemoteIpAddress), Limits(http).StreamsByAddress)
            : Unlimited;

    private static bool IsProgram(HttpContext http) =>
        http.Request.Headers.Authorization.Count > 0
            || (http.User.Identity?.IsAuthenticated == true && http.Request.Path.StartsWithSegments("/api"));

    /// <summary>The rate limit key of a request: the signed-in person, else the client address.</summary>
    private static string User(HttpContext http) =>
        http.User.FindFirstValue("sub") ?? Visitor(http.Connection.RemoteIpAddress);

    private static string? Token(HttpContext http) =>
        http.Request.RouteValues["token"] is not string token ? null
        : token.Length <= TokenLength ? token : "too long";

    /// <summary>
    /// The page handler of a POST as the framework chooses it: the first <c>handler</c> value, or the unnamed handler
    /// ("") when it is missing. Null for other methods.
    /// </summary>
    private static string? Handler(HttpContext http) =>
        !HttpMethods.IsPost(http.Request.Method) ? null
        : http.Request.Path.StartsWithSegments("/api") ? ""
        : http.Request.Query["handler"].FirstOrDefault()?.ToLowerInvariant() ?? "";

    private static RateLimitPartition<string> Unlimited => RateLimitPartition.GetNoLimiter("free");

    private static RateLimitPartition<string> ByAddress(
        HttpContext http, int limit, TimeSpan window, string prefix = "") =>
        Window(prefix + Visitor(http.Connection.RemoteIpAddress), limit, window);

    private static RateLimitPartition<string> Window(string key, int limit, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = limit, Window = window });

    private static RateLimitPartition<string> Concurrent(string key, int limit) =>
        RateLimitPartition.GetConcurrencyLimiter(key, _ => new() { PermitLimit = limit });

    private static ValueTask SetRetryAfter(OnRejectedContext rejected, CancellationToken cancel)
    {
        rejected.HttpContext.SetRetryAfter(
            rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute);
        return ValueTask.CompletedTask;
    }
}
