namespace ShipCaptainCrew.Domain;

/// <summary>Has verbs, each of which announces what it changed.</summary>
public abstract class AggregateRoot
{
    private readonly List<DomainEvent> events = [];

    public bool HasEvents => events.Count > 0;

    /// <summary>Hands over what was announced since the last call; the ledger is its one reader.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        DomainEvent[] taken = [.. events];
        events.Clear();
        return taken;
    }

    protected void Raise(DomainEvent domainEvent) => events.Add(domainEvent);
}
