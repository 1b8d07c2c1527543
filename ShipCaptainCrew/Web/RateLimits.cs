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
/// How often one visitor may ask, and for how long (<see cref="LimitOptions"/>). More is answered 429, with when to
/// come back.
/// </summary>
public static class RateLimits
{
    /// <summary>For what needs no sign-in.</summary>
    public const string Open = "open";

    /// <summary>Asking for a sign-in letter, which costs somebody's mailbox.</summary>
    public const string SignIn = "sign_in";

    /// <summary>Questions to authenticators.</summary>
    public const string Passkey = "passkey";

    /// <summary>
    /// A page that a link opens: so often for each visitor with it, and however many links they have as often as what
    /// is open.
    /// </summary>
    public const string Guest = "guest";

    /// <summary>A stream, which stays open.</summary>
    public const string Stream = "stream";

    /// <summary>A list taken out as a file.</summary>
    public const string Export = "export";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), QuarterHour = TimeSpan.FromMinutes(15), Hour =
        TimeSpan.FromHours(1);

    public static IServiceCollection AddRateLimits(this IServiceCollection services)
    {
        services.AddSingleton<FailedAttempts>();
        services.AddRequestTimeouts().AddOptions<RequestTimeoutOptions>().Configure<LimitOptions>((options, limits) =>
            options.DefaultPolicy =
                new() { Timeout = TimeSpan.FromSeconds(limits.Seconds),
                    TimeoutStatusCode = StatusCodes.Status504GatewayTimeout });
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = SayWhen;
            options.GlobalLimiter =
                PartitionedRateLimiter.CreateChained(Each(OfProgram), Each(OfLinks), Each(OfStreams));
            options.AddPolicy(Open, http => ByAddress(http, Most(http).Open, Minute));
            options.AddPolicy(SignIn, http => Handler(http) switch
            {
                null or "passkey" => Free,
                "ask" => ByAddress(http, Most(http).Passkey, QuarterHour, "ask "),
                _ => ByAddress(http, Most(http).SignIn, QuarterHour),
            });
            options.AddPolicy(
                Passkey, http => Handler(http) == "ask" ? ByAddress(http, Most(http).Passkey, QuarterHour) : Free);
            options.AddPolicy(Guest, http => ByAddress(http, Most(http).Guest, Minute, $"{Token(http)} "));
            options.AddPolicy(Stream, http => AtOnce(Who(http), Most(http).Streams));
            options.AddPolicy(Export, http => Window(Who(http), Most(http).Exports, Hour));
        });
    }

    /// <summary>One IPv4 address; in IPv6 the network that one household or server has (/64).</summary>
    public static string Visitor(IPAddress? address)
    {
        if (address?.IsIPv4MappedToIPv6 == true) address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 }
            ? Convert.ToHexString(address.GetAddressBytes()[..8]) : $"{address}";
    }

    /// <summary>Says when to come back, and gives the status that goes with it.</summary>
    public static int SetRetryAfter(this HttpContext http, TimeSpan wait)
    {
        http.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(wait.TotalSeconds)
            .ToString(CultureInfo.InvariantCulture);
        return StatusCodes.Status429TooManyRequests;
    }

    private static LimitOptions Most(HttpContext http) => http.RequestServices.GetRequiredService<LimitOptions>();

    private static PartitionedRateLimiter<HttpContext> Each(Func<HttpContext, RateLimitPartition<string>> part) =>
        PartitionedRateLimiter.Create(part);

    /// <summary>
    /// Programs by whom they speak for, however many tokens that person has; pages are read as fast as a person reads.
    /// The excuse for a refusal is free.
    /// </summary>
    private static RateLimitPartition<string> OfProgram(HttpContext http) =>
        StatusPage.IsFirstRun(http) && IsProgram(http) ? Window(Who(http), Most(http).Api, Minute) : Free;

    private static RateLimitPartition<string> OfLinks(HttpContext http) =>
        Token(http) is null ? Free : ByAddress(http, Most(http).Open, Minute);

    private static RateLimitPartition<string> OfStreams(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Stream
            ? AtOnce(Visitor(http.Connection.RemoteIpAddress), Most(http).StreamsByAddress) : Free;

    private static bool IsProgram(HttpContext http) =>
        http.Request.Headers.Authorization.Count > 0
            || (http.User.Identity?.IsAuthenticated == true && http.Request.Path.StartsWithSegments("/api"));

    /// <summary>
    /// The person whose cookie or token this is; whoever shows none that was made here is known by their address.
    /// </summary>
    private static string Who(HttpContext http) =>
        http.User.FindFirstValue("sub") ?? Visitor(http.Connection.RemoteIpAddress);

    private static object? Token(HttpContext http) => http.Request.RouteValues["token"];

    /// <summary>
    /// What is posted: the first name given for a page's handler, which is the one that counts. A name that is none
    /// means the nameless one. Null where nothing is posted.
    /// </summary>
    private static string? Handler(HttpContext http) => !HttpMethods.IsPost(http.Request.Method) ? null
        : http.Request.Path.StartsWithSegments("/api") ? ""
        : http.Request.Query["handler"].FirstOrDefault()?.ToLowerInvariant() ?? "";

    private static RateLimitPartition<string> Free => RateLimitPartition.GetNoLimiter("free");

    private static RateLimitPartition<string> ByAddress(
        HttpContext http, int times, TimeSpan window, string what = "") =>
        Window(what + Visitor(http.Connection.RemoteIpAddress), times, window);

    private static RateLimitPartition<string> Window(string who, int times, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new() { PermitLimit = times, Window = window });

    private static RateLimitPartition<string> AtOnce(string who, int most) =>
        RateLimitPartition.GetConcurrencyLimiter(who, _ => new() { PermitLimit = most });

    private static ValueTask SayWhen(OnRejectedContext rejected, CancellationToken cancel)
    {
        rejected.HttpContext.SetRetryAfter(
            rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute);
        return ValueTask.CompletedTask;
    }
}
