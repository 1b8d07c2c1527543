namespace ShipCaptainCrew.Demo;

/// <summary>A guest on the demo's next sail.</summary>
/// <param name="Signed">How many minutes ago they signed; null if they have not signed.</param>
/// <param name="Guardian">Who signed for a minor, and their relationship to the child.</param>
internal sealed record DemoGuest(
    string Name,
    int? Signed = null,
    bool HasAddress = true,
    string? Needs = null,
    DemoGuardian? Guardian = null)
{
    public bool IsMinor => Guardian is not null;
}

/// <summary>The adult who signs for a minor, and the child's date of birth (yyyy-MM-dd).</summary>
internal sealed record DemoGuardian(string Name, string Relationship, string ChildBorn);
