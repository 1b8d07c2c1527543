using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>
/// The email kinds that are sent even if the operator is suspended: overdue alerts and manifests, proof of signed
/// waivers, and changes to somebody's sign-in. All others wait until the operator is resumed.
/// </summary>
public static class MandatoryEmails
{
    public static readonly IReadOnlyList<string> Kinds =
        [OverdueEmail.Kind, ManifestSentAshoreEmail.Kind, WaiverReceiptEmail.Kind, WaiverAnchorEmail.Kind,
            PasskeyCeremony.EmailKind];
}
