namespace ShipCaptainCrew.Mail.Messages;

/// <summary>The kinds of emails about a charter that is changed, cancelled, or on again.</summary>
public static class CharterNotices
{
    /// <summary>Those to guests and booker.</summary>
    public static readonly IReadOnlyList<string> ToGuests =
        [CharterChangedForGuestsEmail.Kind, CharterCancelledForGuestsEmail.Kind, .. OnAgain];

    /// <summary>All kinds.</summary>
    public static readonly IReadOnlyList<string> Kinds =
        [CharterChangedEmail.Kind, CharterCancelledEmail.Kind, .. ToGuests];

    private static string[] OnAgain => [MoveUndoneEmail.Kind, CharterReinstatedEmail.Kind];

    /// <summary>
    /// The kinds of later emails that replace this one, to the same recipient about the same charter; null for all. A
    /// changed time does not replace that the charter is on again. Emails without a member, to a guest, the booker or
    /// the shore contact, are replaced only by emails of the same purpose, because one id can stand for several
    /// purposes.
    /// </summary>
    public static IReadOnlyList<string>? Replacing(string kind, bool isToMember)
    {
        if (OnAgain.Contains(kind))
            return [CharterCancelledEmail.Kind, CharterCancelledForGuestsEmail.Kind, .. OnAgain];
        return isToMember ? null : ToGuests.Contains(kind) ? ToGuests : [kind];
    }
}
