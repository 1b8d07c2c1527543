namespace ShipCaptainCrew.Domain;

/// <summary>Belongs to one operator and must never be visible to another.</summary>
public interface IOwned
{
    Guid OperatorId { get; }
}

/// <summary>An aggregate root that belongs to an operator.</summary>
public abstract class OwnedEntity : AggregateRoot, IOwned
{
    protected OwnedEntity()
    {
    }

    protected OwnedEntity(Guid operatorId) => OperatorId = operatorId;

    public Guid OperatorId { get; private set; }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
}
