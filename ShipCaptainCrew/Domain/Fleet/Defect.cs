namespace ShipCaptainCrew.Domain.Fleet;

/// <summary>A defect of a vessel, shown on its charters until it is closed.</summary>
public sealed class Defect : OwnedEntity
{
    private Defect()
    {
    }

    /// <param name="charterId">The charter on which it was found, if any.</param>
    /// <param name="itemId">The checklist item that failed, if any.</param>
    public Defect(
        Guid operatorId, Guid vesselId, string what, Severity severity, Guid? charterId, Guid? itemId, Actor actor)
        : base(operatorId)
    {
        (VesselId, What, Severity, CharterId, ItemId) = (vesselId, what, severity, charterId, itemId);
        (RaisedBy, RaisedAt) = (actor.MemberId, actor.At);
        Raise(new DefectRaised(Id, vesselId, severity, charterId));
    }

    public Guid VesselId { get; private set; }
    public string What { get; private set; } = "";
    public Severity Severity { get; private set; }
    public Guid? CharterId { get; private set; }
    public Guid? ItemId { get; private set; }
    public Guid? RaisedBy { get; private set; }
    public DateTimeOffset RaisedAt { get; private set; }
    public Guid? ClosedBy { get; private set; }
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>How it was fixed.</summary>
    public string? Remedy { get; private set; }

    public bool IsOpen => ClosedAt is null;

    /// <summary>Whether the vessel must not sail until it is closed.</summary>
    public bool BlocksDeparture => IsOpen && Severity == Severity.NoSail;

    /// <summary>Closes it. If it is already closed, nothing changes.</summary>
    public void Close(string remedy, Actor actor)
    {
        if (!IsOpen) return;
        (Remedy, ClosedBy, ClosedAt) = (remedy, actor.MemberId, actor.At);
        Raise(new DefectClosed(Id, VesselId, CharterId));
    }
}
