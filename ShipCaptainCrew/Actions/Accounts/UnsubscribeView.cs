using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Accounts;

/// <summary>One kind of optional email from one operator to one mailbox, found by the link in such an email.</summary>
/// <param name="IsOff">Whether it is turned off.</param>
public sealed record UnsubscribeView(SignedLink Link, Operator Operator, bool IsOff)
{
    /// <summary>The member's setting that the link changes; null for a guest's reminders to sign.</summary>
    public EmailPreference? Preference => PreferenceOf(Link.Kind);

    public static EmailPreference? PreferenceOf(LinkKind kind) => kind switch
    {
        LinkKind.StopDaily => EmailPreference.Daily,
        LinkKind.StopReminders => EmailPreference.Reminders,
        _ => null,
    };
}
