using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Pages.Emails;

/// <summary>Labels for the kinds and states of emails.</summary>
public static class EmailLabels
{
    public static LocalizedText What(this OutboxEmail email) => email.Kind switch
    {
        InvitationEmail.Kind => "Invitation",
        PositionClaimedEmail.Kind => "You have a role",
        PositionReleasedEmail.Kind => "You no longer have a role",
        CrewNoticeEmail.Kind => "Crew update",
        CharterChangedEmail.Kind or CharterChangedForGuestsEmail.Kind => "Charter changed",
        CharterCancelledEmail.Kind or CharterCancelledForGuestsEmail.Kind => "Charter canceled",
        MoveUndoneEmail.Kind => "Undone",
        CharterReinstatedEmail.Kind => "Charter reinstated",
        ReminderEmail.Kind => "Reminder",
        DailyEmail.Kind => "Daily to-do email",
        NoSailDefectEmail.Kind => "No-sail problem",
        OverdueEmail.Kind => "Overdue",
        WaiverRequestEmail.Kind => "Waiver to sign",
        GuestAgeEmail.Kind => "Age of a guest",
        WaiverReceiptEmail.Kind => "Copy of a waiver",
        ManifestSentAshoreEmail.Kind => "Manifest sent ashore",
        WaiverAnchorEmail.Kind => "Last waiver record",
        BackupFailedEmail.Kind => "Backup failed",
        TestEmail.Kind => "Test email",
        ShipCaptainCrew.Accounts.Passkeys.PasskeyCeremony.EmailKind => "Passkey added or removed",
        _ => email.Kind,
    };

    public static LocalizedText Label(this EmailState state) => state switch
    {
        EmailState.Waiting => "Waiting",
        EmailState.Sent => "Sent",
        EmailState.NotDelivered => "Not delivered",
        _ => "No longer needed",
    };

    /// <summary>The CSS classes of the badge.</summary>
    public static string Badge(this EmailState state) => state switch
    {
        EmailState.Waiting => "badge amber",
        EmailState.Sent => "badge sea",
        EmailState.NotDelivered => "badge alarm",
        _ => "badge",
    };
}
