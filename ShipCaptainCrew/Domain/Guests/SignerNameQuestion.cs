namespace ShipCaptainCrew.Domain.Guests;

/// <summary>
/// The name that somebody signs with, compared with the name on the list. A name alone decides nothing: where it may be
/// a slip, the signer is asked once.
/// </summary>
public static class SignerNameQuestion
{
    /// <summary>The field with the name that the signer was asked about.</summary>
    public const string AskedField = "name_asked";

    /// <summary>Asked of a guest who typed part of the name on the list.</summary>
    public const string SignAs = "Sign as {0}? The list says {1}. If this is your full name, sign again.";

    /// <summary>Asked of a guardian who typed the name of the minor.</summary>
    public const string IsGuardian =
        "{0} is the child's name on the list, and a minor cannot sign. If it is also your own full name, sign again.";

    /// <summary>Adds the question as an error of the field, unless it was asked about this very name.</summary>
    internal static void Ask(Input input, Guest guest, string typed, bool isForMinor)
    {
        if (typed.Length == 0 || input.Text(AskedField) == typed) return;
        var (signer, listed) = (new PersonName(typed), new PersonName(guest.Name));
        if (isForMinor && (signer.IsSame(listed) || signer.IsSimilar(listed)))
            input.Error("signer_name", new LocalizedText(IsGuardian, guest.Name));
        else if (!isForMinor && !signer.IsSame(listed) && signer.IsSimilar(listed))
            input.Error("signer_name", new LocalizedText(SignAs, typed, guest.Name));
    }

    /// <summary>Whether this error of the field is a question to which signing again is the answer.</summary>
    public static bool IsQuestion(LocalizedText? error) => error?.Text is SignAs or IsGuardian;
}
