using ShipCaptainCrew.Mail.Outbox;

namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>A job that keeps failing for one operator.</summary>
/// <param name="Since">The due time of the first failure (UTC).</param>
/// <param name="Count">How often it has failed in a row.</param>
/// <param name="LastAt">When it failed last (UTC).</param>
/// <param name="Wait">How long to wait after that before the next attempt.</param>
internal sealed record RepeatedFailure(DateTimeOffset Since, int Count, DateTimeOffset LastAt, TimeSpan Wait)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(60);

    public static RepeatedFailure After(
        RepeatedFailure? before, DateTimeOffset occurrence, DateTimeOffset now, bool isContinuous)
    {
        var count = (before?.Count ?? 0) + 1;
        var wait = isContinuous ? TimeSpan.Zero : Backoff.After(count, LongestWait);
        return new(before?.Since ?? occurrence, count, now, wait);
    }

    public bool IsWaiting(DateTimeOffset now) => (now - LastAt).Duration() < Wait;
}
