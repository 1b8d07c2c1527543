using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace Bench.Generate;

/// <summary>The audit log of one operator: events in the order of their times, chained by their hashes.</summary>
internal sealed class OperatorLog(Guid operatorId)
{
    private readonly List<(Actor Actor, DomainEvent Event)> events = [];

    /// <summary>Keeps the events that the entities raised since the last call.</summary>
    public void Take(Actor actor, params IEnumerable<AggregateRoot> entities)
    {
        foreach (var entity in entities) events.AddRange(entity.TakeEvents().Select(raised => (actor, raised)));
    }

    /// <summary>All entries, from the first one on.</summary>
    public IEnumerable<LogEntry> Entries()
    {
        var (seq, hash) = (0L, LogEntry.Genesis);
        foreach (var (actor, raised) in events.OrderBy(pair => pair.Actor.At))
        {
            var entry = new LogEntry(operatorId, ++seq, actor, raised, LogFacts.Write(raised), hash);
            hash = entry.Hash;
            yield return entry;
        }
    }
}
