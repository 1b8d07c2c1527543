namespace ShipCaptainCrew.Domain;

/// <summary>An entity whose methods raise a domain event for each change they make.</summary>
public abstract class AggregateRoot
{
    private readonly List<DomainEvent> events = [];

    public bool HasEvents => events.Count > 0;

    /// <summary>Returns the events raised since the last call and clears them. Only the audit log reads them.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        DomainEvent[] taken = [.. events];
        events.Clear();
        return taken;
    }

    protected void Raise(DomainEvent domainEvent) => events.Add(domainEvent);
}
