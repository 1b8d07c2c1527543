using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Data.Changes;

/// <summary>Writes what was announced into the operator's one log, in the transaction that does it.</summary>
public sealed class AuditLogWriter(IEnumerable<ICommitListener> listeners)
{
    /// <summary>Saves all that is pending, with its log entries and what they cause.</summary>
    public async Task<IReadOnlyList<LoggedEvent>> Save(AppDbContext db, Actor actor, CancellationToken cancel)
    {
        var announced = db.ChangeTracker.Entries<AggregateRoot>().SelectMany(entry => entry.Entity.TakeEvents())
            .ToList();
        var events = announced.Count == 0 ? [] : await Write(db, announced, actor, cancel);
        foreach (var listener in listeners) await listener.BeforeCommit(db, events, actor, cancel);
        await db.SaveChangesAsync(cancel);
        return events;
    }

    private static async Task<List<LoggedEvent>> Write(
        AppDbContext db, List<DomainEvent> announced, Actor actor, CancellationToken cancel)
    {
        var last = await db.Log.AsNoTracking().OrderByDescending(entry => entry.Seq)
            .Select(entry => new { entry.Seq, entry.Hash }).FirstOrDefaultAsync(cancel);
        var (seq, hash) = (last?.Seq ?? 0, last?.Hash ?? LogEntry.Genesis);
        var events = new List<LoggedEvent>();
        foreach (var domainEvent in announced)
        {
            var facts = LogFacts.Write(domainEvent);
            var entry = new LogEntry(db.OperatorId, ++seq, actor, domainEvent, facts, hash);
            hash = entry.Hash;
            db.Add(entry);
            await Raise(db, domainEvent.CharterId, seq, cancel);
            events.Add(new(domainEvent, entry));
        }

        return events;
    }

    private static async Task Raise(AppDbContext db, Guid? charterId, long seq, CancellationToken cancel)
    {
        if (charterId is null) return;
        var charter = await db.Charters.FindAsync([db.OperatorId, charterId], cancel);
        charter?.SetRevision(seq);
    }
}
