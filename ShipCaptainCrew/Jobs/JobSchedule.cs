using Cronos;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Jobs;

/// <summary>The scheduled jobs and when each runs.</summary>
public sealed class JobSchedule(IReadOnlyList<ScheduledJob> jobs)
{
    /// <summary>
    /// Every job, one per line: its class, its name in settings, its cron expression (UTC), and what it does. The
    /// setting <c>Duties:NAME:Cron</c> changes when it runs. <see cref="JobTexts"/> has the texts of the Jobs page.
    /// </summary>
    public static readonly IReadOnlyList<ScheduledJob> Default =
    [
        // Cron fields: minute, hour, day of month, month, day of week. "* * * * *" is every minute.
        Continuous<AdvanceCharters>("lifecycle", "* * * * *", evenSuspended: true), // opens boarding, departs, returns
        Continuous<OverdueAlerts>("overdue_watch", "* * * * *", evenSuspended: true), // emails about overdue charters
        Continuous<CallTimeReminders>("reminders", "* * * * *"), // reminds crew before call time
        Continuous<RemindUnsignedGuests>("waivers", "* * * * *"), // asks guests to sign before call time
        Continuous<ListGuestsByAge>("ages", "* * * * *"), // lists guests by their age on the date of the charter
        Daily<PtbNudge>("ptb_nudge", "0 18 * * *"), // 18:00 UTC: the daily "permission to board, put to bed" email
        Daily<NightlyBackup>(BackupHealth.JobName, "0 9 * * *", installationWide: true), // 09:00: makes a backup
        Daily<PurgeGuestNeeds>("needs", "10 9 * * *", evenSuspended: true), // 09:10: deletes old guests' needs
        Daily<EraseExpiredWaivers>("waiver_erasure", "20 9 * * *", evenSuspended: true), // 09:20: erases old waivers
        Daily<EmailWaiverAnchors>("waiver_anchor", "40 9 * * *", evenSuspended: true), // 09:40: verifies waivers
        Continuous<CatchUpBackup>("late_backup", "*/10 * * * *", installationWide: true), // makes a missed backup
        Continuous<AlertFailedBackups>("backup_alert", "* * * * *", installationWide: true), // emails about failures
        Daily<PurgeExpired>("forgetting", "0 9 * * *", installationWide: true), // 09:00: deletes expired rows
    ];

    public IReadOnlyList<ScheduledJob> Jobs => jobs;

    /// <summary>The default schedule with the times from the settings.</summary>
    /// <param name="now">The current time (UTC); a cron expression must have an occurrence after it.</param>
    /// <exception cref="FormatException">
    /// A setting names an unknown job or has an unusable cron expression; the message names the setting.
    /// </exception>
    public static JobSchedule Read(IConfiguration configuration, DateTimeOffset now)
    {
        var settings = configuration.GetSection("Duties").GetChildren()
            .ToDictionary(setting => setting.Key, StringComparer.OrdinalIgnoreCase);
        foreach (var setting in settings.Values) Check(setting);
        return new([.. Default.Select(Configured)]);

        ScheduledJob Configured(ScheduledJob job) =>
            settings.GetValueOrDefault(job.Name)?["Cron"] is { } cron ? WithCron(job, cron.Trim(), now) : job;
    }

    private static ScheduledJob Continuous<T>(
        string name, string cron, bool evenSuspended = false, bool installationWide = false)
        where T : IJob =>
        Daily<T>(name, cron, evenSuspended, installationWide) with { IsContinuous = true };

    private static ScheduledJob Daily<T>(
        string name, string cron, bool evenSuspended = false, bool installationWide = false)
        where T : IJob =>
        new(name, cron, typeof(T), JobTexts.Description(name))
        {
            Title = JobTexts.Title(name),
            EvenSuspended = evenSuspended,
            IsInstallationWide = installationWide,
        };

    private static void Check(IConfigurationSection setting)
    {
        var names = Default.Select(job => job.Name).ToList();
        if (!names.Contains(setting.Key, StringComparer.OrdinalIgnoreCase))
            throw new FormatException(
                $"{setting.Path}: there is no job \"{setting.Key}\"; the jobs are {string.Join(", ", names)}.");
        if (setting["Cron"] is null || setting.GetChildren().Count() > 1)
            throw new FormatException($"{setting.Path} takes one setting, Cron.");
    }

    private static ScheduledJob WithCron(ScheduledJob job, string cron, DateTimeOffset now)
    {
        var setting = $"Duties:{job.Name}:Cron is \"{cron}\"";
        try
        {
            var configured = job.WithCron(cron);
            return configured.Next(now) is not null
                ? configured
                : throw new FormatException($"{setting}, a time that never occurs.");
        }
        catch (CronFormatException failure)
        {
            throw new FormatException(
                $"{setting}; it must be five fields like 0 18 * * *, in UTC. {failure.Message}", failure);
        }
    }
}
