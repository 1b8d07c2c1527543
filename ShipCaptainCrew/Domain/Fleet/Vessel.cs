namespace ShipCaptainCrew.Domain.Fleet;

/// <summary>A boat of the operator's, with the limits she sails under.</summary>
public sealed class Vessel : Noun
{
    private Vessel()
    {
    }

    public Vessel(Guid operatorId, VesselDetails details)
        : base(operatorId)
    {
        Details = details;
        Announce(Recorded.Made("vessel", Id));
    }

    public VesselDetails Details { get; private set; } = null!;
    public DateTimeOffset? ArchivedAt { get; private set; }
    public string Name => Details.Name;

    public void Change(VesselDetails details)
    {
        if (details == Details) return;
        Announce(Recorded.Changed("vessel", Id, Fields.Differing(Details, details)));
        Details = details;
    }

    public void Archive(By by)
    {
        if (ArchivedAt is not null) return;
        ArchivedAt = by.At;
        Announce(Recorded.Archived("vessel", Id));
    }
}
