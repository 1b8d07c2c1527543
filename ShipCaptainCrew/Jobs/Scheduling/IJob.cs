namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>Something that is done by itself, for one operator at a time and in a scope that has entered it.</summary>
public interface IJob
{
    /// <summary>
    /// Does what is due. Done twice, or by two at once, it changes nothing more: each effect is claimed by a row of its
    /// own.
    /// </summary>
    /// <returns>What it did, in a few words for the owner; null where there was nothing to do.</returns>
    Task<string?> Run(Occurrence due, CancellationToken cancel);
}

/// <summary>One time at which a duty is due.</summary>
/// <param name="At">When by the schedule (UTC).</param>
/// <param name="Now">When it is really done (UTC), later where the ship was down.</param>
public sealed record Occurrence(Guid OperatorId, DateTimeOffset At, DateTimeOffset Now);
