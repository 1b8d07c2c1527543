namespace ShipCaptainCrew.Domain;

/// <summary>Reference data. It is archived instead of deleted, because past and planned charters refer to it.</summary>
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

    /// <summary>The name of this kind of entity in the audit log.</summary>
    protected abstract string Kind { get; }

    public void Archive(Actor actor)
    {
        if (ArchivedAt is not null) return;
        ArchivedAt = actor.At;
        Raise(ReferenceDataRecorded.Archived(Kind, Id));
    }

    protected void Restore() => ArchivedAt = null;
}
