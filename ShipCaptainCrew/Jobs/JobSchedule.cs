using Cronos;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// All that happens by itself, and when (UTC). The setting <c>Duties:NAME:Cron</c> puts one at other times.
/// </summary>
public sealed class JobSchedule(IReadOnlyList<ScheduledJob> jobs)
{
    public static readonly IReadOnlyList<ScheduledJob> Usual =
    [
        Continuous<AdvanceCharters>("lifecycle", "The clock", "* * * * *",
            "Opens boarding at its time, and moves those charters along that go by the clock.") with {
            EvenSuspended = true },
        Continuous<OverdueAlerts>("overdue_watch", "Overdue watch", "* * * * *",
            "Tells who must know when a charter is out past its return and the grace, until somebody has it in hand.") with {
            EvenSuspended = true },
        Continuous<CallTimeReminders>(
            "reminders", "Reminders", "* * * * *", "Reminds everyone aboard before call time, never at night."),
        Continuous<RemindUnsignedGuests>("waivers", "Waivers to sign", "* * * * *",
            "Asks guests who have not signed, before call time and never at night."),
        Daily<PtbNudge>("ptb_nudge", "Daily letter", "0 18 * * *",
            "Permission to board, put to bed: one letter to each with all they owe in the next three days, and to the captain what is ready."),
        Daily<NightlyBackup>("backup", "Nightly backup", "0 9 * * *",
            "Makes the nightly backup, and takes away those nobody will ask for.") with {
            IsInstallationWide = true },
        Daily<PurgeGuestNeeds>("needs", "Forgetting guests' needs", "10 9 * * *",
            "Forgets guests' needs thirty days after their charter.") with {
            EvenSuspended = true },
        Daily<EraseExpiredWaivers>("waiver_erasure", "Erasing old waivers", "20 9 * * *",
            "Erases signed waivers whose time is over, with a certificate each.") with {
            EvenSuspended = true },
        Daily<EmailWaiverAnchors>("waiver_anchor", "Waiver check", "40 9 * * *",
            "Checks the waiver book and mails its end to the owners, so that a cut-off end shows.") with {
            EvenSuspended = true },
        Continuous<CatchUpBackup>("late_backup", "Late backup", "*/10 * * * *",
            "Makes a backup where the last one is older than a day.") with {
            IsInstallationWide = true },
        Daily<PurgeExpired>("forgetting", "Forgetting", "0 9 * * *", "Forgets what need not be remembered.") with {
            IsInstallationWide = true },
    ];

    public IReadOnlyList<ScheduledJob> Jobs => jobs;

    /// <summary>The usual schedule, with the times that the settings name.</summary>
    /// <exception cref="FormatException">A setting names no duty or no time that ever comes; the message names
    /// it.</exception>
    public static JobSchedule Read(IConfiguration configuration, DateTimeOffset now)
    {
        var settings = configuration.GetSection("Duties").GetChildren()
            .ToDictionary(job => job.Key, StringComparer.OrdinalIgnoreCase);
        foreach (var setting in settings.Values) Check(setting);
        return new(
            [
                .. Usual.Select(
                    job => settings.GetValueOrDefault(job.Name)?["Cron"] is { } cron
                        ? At(job, cron.Trim(), now) : job)]);
    }

    private static ScheduledJob Continuous<T>(string name, string title, string cron, LocalizedText why)
        where T : IJob => new(name, cron, typeof(T), why) { Title = title, IsContinuous = true };

    private static ScheduledJob Daily<T>(string name, string title, string cron, LocalizedText why)
        where T : IJob => new(name, cron, typeof(T), why) { Title = title };

    private static void Check(IConfigurationSection setting)
    {
        var names = Usual.Select(job => job.Name).ToList();
        if (!names.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            throw new FormatException(
                $"{setting.Path}: there is no duty \"{setting.Key}\"; there are {string.Join(", ", names)}.");
        if (setting["Cron"] is null || setting.GetChildren().Count() > 1)
            throw new FormatException($"{setting.Path} takes one setting, Cron.");
    }

    private static ScheduledJob At(ScheduledJob job, string cron, DateTimeOffset now)
    {
        var setting = $"Duties:{job.Name}:Cron is \"{cron}\"";
        try
        {
            return job.At(cron) is var moved && moved.Next(now) is not null
                ? moved : throw new FormatException($"{setting}, a time that never comes.");
        }
        catch (CronFormatException bad)
        {
            throw new FormatException($"{setting}; it must be five fields like 0 18 * * *, in UTC. {bad.Message}", bad);
        }
    }
}
