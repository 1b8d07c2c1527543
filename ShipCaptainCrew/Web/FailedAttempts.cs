using System.Threading.RateLimiting;
using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Counts invalid tokens and codes per client address and blocks an address after too many in 15 minutes. Links of
/// guests' pages that are not found are counted separately, per minute.
/// </summary>
public sealed class FailedAttempts(LimitOptions limits, ILogger<FailedAttempts> log) : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan LinkWindow = TimeSpan.FromMinutes(1);

    private readonly PartitionedRateLimiter<string> attempts = ByAddress(limits.FailedTries, Window);
    private readonly PartitionedRateLimiter<string> links = ByAddress(limits.Open, LinkWindow);

    /// <summary>Whether to answer 429; if so, the Retry-After header is set.</summary>
    public bool Exceeds(HttpContext http)
    {
        if (!IsUsedUp(attempts, http)) return false;
        http.SetRetryAfter(Window);
        return true;
    }

    /// <summary>
    /// Counts a wrong code or token of a sign-in, and logs it without the code, the token or the address.
    /// </summary>
    public void Count(HttpContext http)
    {
        attempts.AttemptAcquire(Client(http)).Dispose();
        log.LogInformation(
            "Wrong code or link: {Method} {Route}, visitor {Visitor}",
            http.Request.Method,
            http.RoutePattern(),
            VisitorMark.Of(http));
    }

    /// <summary>Whether too many links from this client address were not found.</summary>
    public bool ExceedsLinks(HttpContext http) => IsUsedUp(links, http);

    /// <summary>Counts a link that was not found. Links that are valid are not counted.</summary>
    /// <returns>Whether to answer 429 instead of 404; then the Retry-After header is set.</returns>
    public bool CountLink(HttpContext http)
    {
        using var lease = links.AttemptAcquire(Client(http));
        if (lease.IsAcquired) return false;
        http.SetRetryAfter(LinkWindow);
        return true;
    }

    public void Dispose()
    {
        attempts.Dispose();
        links.Dispose();
    }

    private static PartitionedRateLimiter<string> ByAddress(int limit, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(address => RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new() { PermitLimit = limit, Window = window }));

    private static bool IsUsedUp(PartitionedRateLimiter<string> limiter, HttpContext http) =>
        limiter.GetStatistics(Client(http))?.CurrentAvailablePermits == 0;

    private static string Client(HttpContext http) => RateLimits.Visitor(http.Connection.RemoteIpAddress);
}
