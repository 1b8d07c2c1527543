using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// The emails that their recipient can turn off: a member's daily email and reminders, and the scheduled reminders to a
/// guest who has not signed. All other emails are about something that the recipient asked for or must know.
/// </summary>
public static class OptionalEmails
{
    /// <summary>The kind of link that turns such emails off; null if the email is not optional.</summary>
    public static LinkKind? StopLinkKind(OutboxEmail email) => email.Kind switch
    {
        DailyEmail.Kind => LinkKind.StopDaily,
        ReminderEmail.Kind => LinkKind.StopReminders,
        WaiverRequestEmail.Kind when WaiverRequestFacts.Of(email).Reminder => LinkKind.StopWaiverReminders,
        _ => null,
    };
}
