using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>A signed waiver, checked against its hash and seal.</summary>
/// <param name="Content">What was signed; null when erased or altered.</param>
/// <param name="Erasure">The certificate of its erasure; null when it was not erased.</param>
/// <param name="Keeping">How long it is kept; null when erased.</param>
public sealed record SignedWaiver(
    WaiverRecord Record, IntegrityCheck Soundness, WaiverContent? Content, ErasureCertificate? Erasure,
    WaiverRetention? Keeping)
{
    /// <summary>Whether its bytes differ from what was signed, or are missing without an erasure certificate.</summary>
    public bool IsAltered => Soundness == IntegrityCheck.Altered || (Record.Body is null && Erasure is null);

    public static SignedWaiver Of(
        WaiverRecord record, WaiverRecord? erasure, WaiverRetention? retention, PublicSeals seals)
    {
        var integrity = record.Check(seals);
        var content = record.Body is { } body && integrity != IntegrityCheck.Altered ? WaiverContent.Read(body) : null;
        var certificate = erasure is { Body: { } bytes } && erasure.Check(seals) != IntegrityCheck.Altered
            ? ErasureCertificate.Read(bytes)
            : null;
        return new(record, integrity, content, certificate, retention);
    }
}
