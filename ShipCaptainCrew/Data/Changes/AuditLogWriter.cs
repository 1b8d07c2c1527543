using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Data.Changes;

/// <summary>Writes raised events to the operator's audit log, in the transaction of the change.</summary>
public sealed class AuditLogWriter(IEnumerable<ICommitListener> listeners)
{
    /// <summary>Saves all pending changes with their log entries and what the listeners add.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> Save(AppDbContext db, Actor actor, CancellationToken cancel)
    {
        using var pause = new DetectionPause(db.ChangeTracker);
        var raised = db.ChangeTracker.Entries<AggregateRoot>().SelectMany(entry => entry.Entity.TakeEvents()).ToList();
        var events = raised.Count == 0 ? [] : await Write(db, raised, actor, cancel);
        foreach (var listener in listeners) await listener.BeforeCommit(db, events, actor, cancel);
        await db.SaveChangesAsync(cancel);
        return events;
    }

    private static async Task<List<LoggedEvent>> Write(
        AppDbContext db, List<DomainEvent> raised, Actor actor, CancellationToken cancel)
    {
        var last = await db.ReadLogHead();
        var (seq, hash) = (last?.Seq ?? 0, last?.Hash ?? LogEntry.Genesis);
        var events = new List<LoggedEvent>();
        foreach (var domainEvent in raised)
        {
            var facts = LogFacts.Write(domainEvent);
            var entry = new LogEntry(db.OperatorId, ++seq, actor, domainEvent, facts, hash);
            hash = entry.Hash;
            db.Add(entry);
            await SetRevision(db, domainEvent.CharterId, seq, cancel);
            events.Add(new(domainEvent, entry));
        }

        return events;
    }

    /// <summary>A charter's revision is the number of its latest log entry.</summary>
    private static async Task SetRevision(AppDbContext db, Guid? charterId, long seq, CancellationToken cancel)
    {
        if (charterId is null) return;
        var charter = await db.Charters.FindAsync([db.OperatorId, charterId], cancel);
        charter?.SetRevision(seq);
    }
}
