namespace ShipCaptainCrew.Domain.Fleet;

/// <summary>A boat of the operator's, with the limits she sails under.</summary>
public sealed class Vessel : ArchivableEntity
{
    /// <summary>What the log calls it.</summary>
    public const string LogNoun = "vessel";

    private Vessel()
    {
    }

    public Vessel(Guid operatorId, VesselDetails details)
        : base(operatorId)
    {
        Details = details;
        Raise(ReferenceDataRecorded.Made(Kind, Id));
    }

    public VesselDetails Details { get; private set; } = null!;
    public string Name => Details.Name;

    protected override string Kind => LogNoun;

    public void Change(VesselDetails details)
    {
        if (details == Details) return;
        Raise(ReferenceDataRecorded.Changed(Kind, Id, FieldDifferences.Differing(Details, details)));
        Details = details;
    }
}
