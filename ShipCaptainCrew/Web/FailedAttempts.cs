using System.Threading.RateLimiting;
using ShipCaptainCrew.Accounts;

namespace ShipCaptainCrew.Web;

/// <summary>
/// Counts the tokens and codes that opened nothing, by visitor: who tries too many may try no more for a while.
/// </summary>
public sealed class FailedAttempts(LimitOptions limits) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly PartitionedRateLimiter<string> tries = PartitionedRateLimiter.Create<string, string>(who =>
        RateLimitPartition.GetFixedWindowLimiter(
            who, _ => new() { PermitLimit = limits.FailedTries, Window = Window }));

    /// <summary>Whether to answer 429; when to come back is said already.</summary>
    public bool Exceeds(HttpContext http)
    {
        if (tries.GetStatistics(Who(http))?.CurrentAvailablePermits != 0) return false;
        http.SetRetryAfter(Window);
        return true;
    }

    public void Count(HttpContext http) => tries.AttemptAcquire(Who(http)).Dispose();

    public void Dispose() => tries.Dispose();

    private static string Who(HttpContext http) => RateLimits.Visitor(http.Connection.RemoteIpAddress);
}
