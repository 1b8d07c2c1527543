using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>
/// The letters that go out although their operator is suspended: who is out and does not come back, what proves a
/// signed waiver, and that somebody's way in was changed. All others wait until it is open again.
/// </summary>
public static class MandatoryEmails
{
    public static readonly IReadOnlyList<string> Kinds =
        [OverdueEmail.Kind, ManifestSentAshoreEmail.Kind, WaiverReceiptEmail.Kind, WaiverAnchorEmail.Kind,
            PasskeyCeremony.EmailKind];
}
