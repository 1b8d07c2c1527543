using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Jobs;

/// <summary>The title and description of each job, as the Jobs page shows them to owners.</summary>
internal static class JobTexts
{
    private static readonly Dictionary<string, (LocalizedText Title, LocalizedText Description)> Texts = new()
    {
        ["lifecycle"] = (
            "Automatic steps",
            "Opens boarding on time, and records departure and return of charters that run automatically."),
        ["overdue_watch"] = (
            "Overdue charters",
            "Emails those who must know when a charter is past its return and the grace minutes, until somebody is "
            + "handling it."),
        ["reminders"] = (
            "Reminders",
            "Reminds everyone aboard before call time, never at night."),
        ["waivers"] = (
            "Waivers to sign",
            "Emails guests who have not signed, before call time and never at night."),
        ["ages"] = (
            "Ages of guests",
            "Lists guests as adults or minors by their age on the date of the charter, if they gave a date of birth."),
        ["ptb_nudge"] = (
            "Daily to-do email",
            "One email to each person with everything they have to do in the next three days. Captains also see what "
            + "is ready."),
        ["backup"] = (
            "Nightly backup",
            "Makes the nightly backup, and deletes old ones."),
        ["needs"] = (
            "Erase guests' needs",
            "Erases guests' needs 30 days after their charter."),
        ["waiver_erasure"] = (
            "Erase old waivers",
            "Erases signed waivers that need not be kept any longer, and keeps a certificate for each."),
        ["waiver_anchor"] = (
            "Waiver check",
            "Checks the signed waivers and emails the last record to the owners, so that missing records show."),
        ["late_backup"] = (
            "Late backup",
            "Makes a backup if the last one is older than a day."),
        ["backup_alert"] = (
            "Failed backups",
            "Emails the owners, and whoever runs the server, when the nightly backup failed."),
        ["forgetting"] = (
            "Clean up",
            "Deletes expired links, sessions and other data that is no longer needed."),
    };

    public static LocalizedText Title(string job) => Texts[job].Title;

    public static LocalizedText Description(string job) => Texts[job].Description;
}
