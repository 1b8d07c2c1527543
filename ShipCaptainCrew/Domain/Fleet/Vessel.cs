namespace ShipCaptainCrew.Domain.Fleet;

/// <summary>A boat of an operator, with its limits.</summary>
public sealed class Vessel : ArchivableEntity
{
    /// <summary>The name of this kind of entity in the audit log.</summary>
    public const string LogNoun = "vessel";

    private Vessel()
    {
    }

    public Vessel(Guid operatorId, VesselDetails details)
        : base(operatorId)
    {
        Details = details;
        Raise(ReferenceDataRecorded.Created(Kind, Id));
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
