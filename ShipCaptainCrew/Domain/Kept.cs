namespace ShipCaptainCrew.Domain;

/// <summary>A noun of the reference data. It is put away and never deleted, because charters past and planned point at it.</summary>
public abstract class Kept : Noun
{
    protected Kept()
    {
    }

    protected Kept(Guid operatorId)
        : base(operatorId)
    {
    }

    public DateTimeOffset? ArchivedAt { get; private set; }

    /// <summary>What the log calls it.</summary>
    protected abstract string Kind { get; }

    public void Archive(By by)
    {
        if (ArchivedAt is not null) return;
        ArchivedAt = by.At;
        Announce(Recorded.Archived(Kind, Id));
    }

    protected void TakeOut() => ArchivedAt = null;
}
