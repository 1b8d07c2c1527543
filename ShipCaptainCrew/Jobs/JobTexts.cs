using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Jobs;

/// <summary>The title and description of each job, as the Jobs page shows them to owners.</summary>
internal static class JobTexts
{
    private static readonly Dictionary<string, (LocalizedText Title, LocalizedText Description)> Texts = new()
    {
        ["lifecycle"] = (
            "The clock",
            "Opens boarding at its time, and moves those charters along that go by the clock."),
        ["overdue_watch"] = (
            "Overdue watch",
            "Tells who must know when a charter is out past its return and the grace, "
            + "until somebody has it in hand."),
        ["reminders"] = (
            "Reminders",
            "Reminds everyone aboard before call time, never at night."),
        ["waivers"] = (
            "Waivers to sign",
            "Asks guests who have not signed, before call time and never at night."),
        ["ages"] = (
            "Ages of guests",
            "Lists guests as adults or minors by their age on the date of the charter, if they gave a date of birth."),
        ["ptb_nudge"] = (
            "Daily to-do email",
            "One email to each person with everything they have to do in the next three days. Captains also see what "
            + "is ready."),
        ["backup"] = (
            "Nightly backup",
            "Makes the nightly backup, and takes away those nobody will ask for."),
        ["needs"] = (
            "Forgetting guests' needs",
            "Forgets guests' needs thirty days after their charter."),
        ["waiver_erasure"] = (
            "Erasing old waivers",
            "Erases signed waivers whose time is over, with a certificate each."),
        ["waiver_anchor"] = (
            "Waiver check",
            "Checks the waiver book and mails its end to the owners, so that a cut-off end shows."),
        ["late_backup"] = (
            "Late backup",
            "Makes a backup where the last one is older than a day."),
        ["backup_alert"] = (
            "Failed backups",
            "Emails the owners, and whoever runs the server, when the nightly backup failed."),
        ["forgetting"] = (
            "Forgetting",
            "Forgets what need not be remembered."),
    };

    public static LocalizedText Title(string job) => Texts[job].Title;

    public static LocalizedText Description(string job) => Texts[job].Description;
}
