namespace ShipCaptainCrew.Demo;

/// <summary>One of the guests on the demo's next sail.</summary>
/// <param name="Signed">Minutes ago at which they signed; null where they have yet to.</param>
/// <param name="By">Who signed for a minor, and what they are to them.</param>
internal sealed record DemoGuest(string Name, int? Signed = null, bool HasAddress = true, string? Needs = null,
    (string Name, string Relationship, string Born)? By = null)
{
    public bool IsMinor => By is not null;
}
