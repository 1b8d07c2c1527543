using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Net.Http.Headers;

namespace ShipCaptainCrew.Doors;

/// <summary>How often one visitor may ask (settings <c>Limits:…</c>). More is answered 429, with when to come back.</summary>
public static class RateLimits
{
    /// <summary>For what needs no sign-in: 600 a minute.</summary>
    public const string Open = "open";

    /// <summary>Asking for a sign-in letter, which costs somebody's mailbox: 30 in a quarter of an hour.</summary>
    public const string SignIn = "sign_in";

    /// <summary>Questions to authenticators: 20 in a quarter of an hour.</summary>
    public const string Passkey = "passkey";

    /// <summary>A page that a link opens: 60 a minute for each visitor with it, however many links they have 600.</summary>
    public const string Guest = "guest";

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1), QuarterHour = TimeSpan.FromMinutes(15);

    public static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration)
    {
        var limits = configuration.GetSection("Limits");
        services.AddSingleton(new FailedTries(Limit("FailedTries", 20), QuarterHour));
        return services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = SayWhen;
            options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
                PartitionedRateLimiter.Create<HttpContext, string>(http => OfProgram(http, Limit("Api", 600))),
                PartitionedRateLimiter.Create<HttpContext, string>(http => Token(http) is null ? Free : In(http, Limit("Open", 600), Minute)));
            options.AddPolicy(Open, http => In(http, Limit("Open", 600), Minute));
            options.AddPolicy(SignIn, http => Handler(http) switch
            {
                "ask" => In(http, Limit("Passkey", 20), QuarterHour, "ask "),
                "" => In(http, Limit("SignIn", 30), QuarterHour),
                _ => Free,
            });
            options.AddPolicy(Passkey, http => Handler(http) == "ask" ? In(http, Limit("Passkey", 20), QuarterHour) : Free);
            options.AddPolicy(Guest, http => In(http, Limit("Guest", 60), Minute, $"{Token(http)} "));
        });

        int Limit(string name, int usual) => limits.GetValue(name, usual);
    }

    /// <summary>One IPv4 address; in IPv6 the network that one household or server has (/64).</summary>
    public static string Visitor(IPAddress? address)
    {
        if (address?.IsIPv4MappedToIPv6 == true) address = address.MapToIPv4();
        return address is { AddressFamily: AddressFamily.InterNetworkV6 } ? Convert.ToHexString(address.GetAddressBytes()[..8]) : $"{address}";
    }

    /// <summary>Each token by itself, before anybody looks whether it is good; pages are read as fast as a person reads.</summary>
    private static RateLimitPartition<string> OfProgram(HttpContext http, int times) => http.Request.Headers.Authorization.Count > 0
        ? Window(Domain.Input.Fingerprint(http.Request.Headers.Authorization.ToString()), times, Minute)
        : Free;

    private static RateLimitPartition<string> Free => RateLimitPartition.GetNoLimiter("free");

    private static object? Token(HttpContext http) => http.Request.RouteValues["token"];

    /// <summary>What is posted: the name of a page's handler, or nothing where the page has one only; null where nothing is.</summary>
    private static string? Handler(HttpContext http) => HttpMethods.IsPost(http.Request.Method) ? http.Request.Query["handler"].ToString().ToLowerInvariant() : null;

    private static RateLimitPartition<string> In(HttpContext http, int times, TimeSpan window, string what = "") =>
        Window(what + Visitor(http.Connection.RemoteIpAddress), times, window);

    private static RateLimitPartition<string> Window(string who, int times, TimeSpan window) =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new() { PermitLimit = times, Window = window });

    private static ValueTask SayWhen(OnRejectedContext rejected, CancellationToken cancel)
    {
        rejected.HttpContext.ComeBackIn(rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? after : Minute);
        return ValueTask.CompletedTask;
    }

    internal static void ComeBackIn(this HttpContext http, TimeSpan wait) =>
        http.Response.Headers[HeaderNames.RetryAfter] = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Counts the tokens and codes that opened nothing, by visitor: who tries too many may try no more for a while.</summary>
public sealed class FailedTries(int most, TimeSpan window) : IDisposable
{
    private readonly PartitionedRateLimiter<string> tries = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(who, _ => new() { PermitLimit = most, Window = window }));

    /// <summary>Whether to answer 429; when to come back is said already.</summary>
    public bool Exceeds(HttpContext http)
    {
        if (tries.GetStatistics(Who(http))?.CurrentAvailablePermits != 0) return false;
        http.ComeBackIn(window);
        return true;
    }

    public void Count(HttpContext http) => tries.AttemptAcquire(Who(http)).Dispose();

    public void Dispose() => tries.Dispose();

    private static string Who(HttpContext http) => RateLimits.Visitor(http.Connection.RemoteIpAddress);
}
