using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages;

/// <summary>How it stands with a guest's waiver, as a person reads it.</summary>
internal static class WaiverWords
{
    public static Words WaiverWord(this Guest guest, bool signsWaiver) => guest switch
    {
        { SignerName: { } signer } => new Words("✓ Signed by {0}", signer),
        { HasSigned: true } => "✓ Signed",
        _ when !signsWaiver => "No waiver to sign",
        { IsMinor: true, GuardianName: { } guardian } => new Words("○ Not signed: {0} signs for this minor", guardian),
        { IsMinor: true } => "○ Not signed: a parent or guardian signs",
        _ => "○ Not signed",
    };
}
