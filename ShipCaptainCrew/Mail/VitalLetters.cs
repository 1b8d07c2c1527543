using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Mail;

/// <summary>
/// The letters that go out although their operator is suspended: who is out and does not come back, what proves a signed waiver, and that
/// somebody's way in was changed. All others wait until it is open again.
/// </summary>
public static class VitalLetters
{
    public static readonly IReadOnlyList<string> Kinds =
        [OverdueLetter.Kind, AshoreLetter.Kind, WaiverReceiptLetter.Kind, AnchorLetter.Kind, Passkeys.LetterKind];
}
