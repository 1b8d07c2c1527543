using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// A link whose email also contains an 8-character code. The code shows that a person acts: mail scanners follow links
/// and submit forms, but do not type codes. Only its hash is stored, and it is invalid after five wrong codes.
/// </summary>
public abstract class LinkWithCode
{
    private const int MaxWrongCodes = 5;

    public string? CodeHash { get; private set; }
    public int WrongCodes { get; private set; }

    /// <summary>Whether there is a code that may still be tried. Links of earlier versions have none.</summary>
    public bool TakesCode => CodeHash is not null && HasTriesLeft;

    public static Refusal WrongCode =>
        Refusal.Invalid("code", "This code is wrong. Check the email that this link is in.") with
        {
            Code = "wrong_code",
        };

    protected bool HasTriesLeft => WrongCodes < MaxWrongCodes;

    /// <summary>Hashed with the code, so that equal codes of different links have different hashes.</summary>
    protected abstract string Salt { get; }

    /// <summary>Creates the code for the email; the previous one no longer works.</summary>
    public string IssueCode()
    {
        var code = RandomTokens.Code();
        CodeHash = MagicLink.Hash(Salt + code);
        return code;
    }

    /// <summary>
    /// Checks a code and counts wrong ones. Without an email every code is wrong and counted too, so response times
    /// reveal nothing.
    /// </summary>
    public bool AcceptsCode(string? code)
    {
        if (code is null || !HasTriesLeft) return false;
        if (AreEqual(CodeHash ?? "", MagicLink.Hash(Salt + RandomTokens.Normal(code)))) return true;
        WrongCodes++;
        return false;
    }

    protected static bool AreEqual(string first, string second) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(first), Encoding.ASCII.GetBytes(second));
}
