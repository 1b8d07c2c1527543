namespace ShipCaptainCrew.Domain;

/// <summary>
/// A noun of the reference data. It is put away and never deleted, because charters past and planned point at it.
/// </summary>
public abstract class ArchivableEntity : OwnedEntity
{
    protected ArchivableEntity()
    {
    }

    protected ArchivableEntity(Guid operatorId)
        : base(operatorId)
    {
    }

    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>What the log calls it.</summary>
    protected abstract string Kind { get; }

    public void Archive(Actor actor)
    {
        if (ArchivedAt is not null) return;
        ArchivedAt = actor.At;
        Raise(ReferenceDataRecorded.Archived(Kind, Id));
    }

    protected void Restore() => ArchivedAt = null;
}
