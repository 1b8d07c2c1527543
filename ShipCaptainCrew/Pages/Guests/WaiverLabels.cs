using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>Labels for the state of a guest's waiver.</summary>
internal static class WaiverLabels
{
    public static LocalizedText WaiverLabel(this Guest guest, bool signsWaiver) => guest switch
    {
        { SignerName: { } signer } => new LocalizedText("✓ Signed by {0}", signer),
        { HasSigned: true } => "✓ Signed",
        _ when !signsWaiver => "No waiver to sign",
        { IsMinor: true, GuardianName: { } guardian } =>
            new LocalizedText("○ Not signed: {0} signs for this minor", guardian),
        { IsMinor: true } => "○ Not signed: a parent or guardian signs",
        _ => "○ Not signed",
    };
}
