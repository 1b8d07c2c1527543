using System.Threading.RateLimiting;
using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Counts invalid tokens and codes per client address and blocks an address after too many in 15 minutes.
/// </summary>
public sealed class FailedAttempts(LimitOptions limits) : IDisposable
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> attempts = PartitionedRateLimiter.Create<string, string>(address =>
        RateLimitPartition.GetFixedWindowLimiter(
            address, _ => new() { PermitLimit = limits.FailedTries, Window = Window }));

    /// <summary>Whether to answer 429; if so, the Retry-After header is set.</summary>
    public bool Exceeds(HttpContext http)
    {
        if (attempts.GetStatistics(Client(http))?.CurrentAvailablePermits != 0) return false;
        http.SetRetryAfter(Window);
        return true;
    }

    public void Count(HttpContext http) => attempts.AttemptAcquire(Client(http)).Dispose();

    public void Dispose() => attempts.Dispose();

    private static string Client(HttpContext http) => RateLimits.Visitor(http.Connection.RemoteIpAddress);
}
