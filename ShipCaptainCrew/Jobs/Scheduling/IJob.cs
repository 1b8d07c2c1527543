namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>A scheduled job. It runs for one operator at a time, in a service scope set to that operator.</summary>
public interface IJob
{
    /// <summary>
    /// Does what is due. Running twice, or in two processes at once, has no further effect: each effect is claimed by a
    /// database row.
    /// </summary>
    /// <returns>A short summary for the owner; null when there was nothing to do.</returns>
    Task<string?> Run(Occurrence due, CancellationToken cancel);
}

/// <summary>One time at which a job is due.</summary>
/// <param name="At">The scheduled time (UTC).</param>
/// <param name="Now">The time at which it runs (UTC); later than <paramref name="At"/> if the app was down.</param>
public sealed record Occurrence(Guid OperatorId, DateTimeOffset At, DateTimeOffset Now);
