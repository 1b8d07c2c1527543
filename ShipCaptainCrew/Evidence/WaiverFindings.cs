namespace ShipCaptainCrew.Evidence;

/// <summary>The result of verifying waiver records.</summary>
/// <param name="Fault">Describes the first record that is not what was signed; null if all are.</param>
/// <param name="Unverified">Describes the first record whose seal cannot be verified because its public key is
/// missing.</param>
/// <param name="Records">How many records were verified.</param>
public sealed record WaiverFindings(string? Fault, string? Unverified, int Records)
{
    /// <summary>The id of that key; null if none is missing.</summary>
    public string? MissingKey { get; init; }

    public string? First => Fault ?? Unverified;
}
