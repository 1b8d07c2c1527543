using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Data.Changes;

/// <summary>An announcement with the log entry it became.</summary>
public sealed record LoggedEvent(DomainEvent Event, LogEntry Entry);

/// <summary>
/// A room above that answers to what happened: with letters inside the same transaction, with live news after it.
/// </summary>
public interface ICommitListener
{
    Task BeforeCommit(AppDbContext db, IReadOnlyList<LoggedEvent> events, Actor actor, CancellationToken cancel) =>
        Task.CompletedTask;

    /// <summary>Must not throw and must not wait.</summary>
    void AfterCommit(IReadOnlyList<LoggedEvent> events);
}
