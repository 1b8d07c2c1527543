namespace ShipCaptainCrew.Domain;

/// <summary>Belongs to one operator and must never be seen by another.</summary>
public interface IOwned
{
    Guid OperatorId { get; }
}

/// <summary>A thing of an operator's that has verbs.</summary>
public abstract class OwnedEntity : AggregateRoot, IOwned
{
    protected OwnedEntity()
    {
    }

    protected OwnedEntity(Guid operatorId) => OperatorId = operatorId;

    public Guid OperatorId { get; private set; }

    public Guid Id { get; private set; } = Guid.CreateVersion7();
}
