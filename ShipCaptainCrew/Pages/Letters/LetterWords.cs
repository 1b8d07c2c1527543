using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Pages;

/// <summary>Kinds and states of letters as a person reads them.</summary>
public static class LetterWords
{
    public static Words What(this Letter letter) => letter.Kind switch
    {
        InvitationLetter.Kind => "Invitation",
        PlaceLetter.Kind => "You have a place",
        PlaceGivenUpLetter.Kind => "You no longer have a place",
        NoticeLetter.Kind => "News of the crew",
        MovedLetter.Kind => "Charter changed",
        CancelledLetter.Kind or CharterOffLetter.Kind => "Charter cancelled",
        TakenBackLetter.Kind => "Taken back",
        ReminderLetter.Kind => "Reminder",
        DailyLetter.Kind => "Daily letter",
        DefectLetter.Kind => "No-sail fault",
        OverdueLetter.Kind => "Overdue",
        WaiverAskLetter.Kind => "Waiver to sign",
        WaiverReceiptLetter.Kind => "Copy of a waiver",
        AshoreLetter.Kind => "Who is out",
        AnchorLetter.Kind => "The waiver book's end",
        TestLetter.Kind => "Test letter",
        Accounts.Passkeys.LetterKind => "Passkey added or removed",
        _ => letter.Kind,
    };

    public static Words Word(this LetterState state) => state switch
    {
        LetterState.Waiting => "Waiting",
        LetterState.Sent => "Sent",
        LetterState.NotDelivered => "Not delivered",
        _ => "No longer needed",
    };

    /// <summary>The badge's class.</summary>
    public static string Badge(this LetterState state) => state switch
    {
        LetterState.Waiting => "badge amber",
        LetterState.Sent => "badge sea",
        LetterState.NotDelivered => "badge alarm",
        _ => "badge",
    };
}
