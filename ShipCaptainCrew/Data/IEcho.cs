using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data;

/// <summary>An announcement with the log entry it became.</summary>
public sealed record News(Announcement Announcement, LogEntry Entry);

/// <summary>A room above that answers to what happened: with letters inside the same transaction, with live news after it.</summary>
public interface IEcho
{
    Task BeforeCommit(ShipDb db, IReadOnlyList<News> news, By by, CancellationToken cancel) => Task.CompletedTask;

    /// <summary>Must not throw and must not wait.</summary>
    void AfterCommit(IReadOnlyList<News> news);
}
