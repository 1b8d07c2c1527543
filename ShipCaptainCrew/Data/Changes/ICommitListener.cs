using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Data.Changes;

/// <summary>An event with its log entry.</summary>
public sealed record LoggedEvent(DomainEvent Event, LogEntry Entry);

/// <summary>
/// Reacts to a change: inside the transaction, such as by adding emails, or after it, such as by live updates.
/// </summary>
public interface ICommitListener
{
    /// <summary>Called before the changes are saved; what it adds is saved with them.</summary>
    Task BeforeCommit(AppDbContext db, IReadOnlyList<LoggedEvent> events, Actor actor, CancellationToken cancel) =>
        Task.CompletedTask;

    /// <summary>Called after the commit. Must not throw and must not wait.</summary>
    void AfterCommit(IReadOnlyList<LoggedEvent> events);
}
