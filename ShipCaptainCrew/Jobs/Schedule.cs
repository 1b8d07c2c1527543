using Cronos;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Jobs.Duties;

namespace ShipCaptainCrew.Jobs;

/// <summary>All that happens by itself, and when (UTC). The setting <c>Duties:NAME:Cron</c> puts one at other times.</summary>
public sealed class Schedule(IReadOnlyList<ScheduledDuty> duties)
{
    public static readonly IReadOnlyList<ScheduledDuty> Usual =
    [
        Watch<FollowTheClock>("lifecycle", "The clock", "* * * * *", "Opens boarding at its time, and moves those charters along that go by the clock.") with { EvenSuspended = true },
        Watch<OverdueWatch>("overdue_watch", "Overdue watch", "* * * * *", "Tells who must know when a charter is out past its return and the grace, until somebody has it in hand.") with { EvenSuspended = true },
        Watch<Remind>("reminders", "Reminders", "* * * * *", "Reminds everyone aboard before call time, never at night."),
        Watch<ChaseWaivers>("waivers", "Waivers to sign", "* * * * *", "Asks guests who have not signed, before call time and never at night."),
        Round<PtbNudge>("ptb_nudge", "Daily letter", "0 18 * * *", "Permission to board, put to bed: one letter to each with all they owe in the next three days, and to the captain what is ready."),
        Round<BackUp>("backup", "Nightly backup", "0 9 * * *", "Makes the nightly backup, and takes away those nobody will ask for.") with { IsOfTheHouse = true },
        Round<ForgetNeeds>("needs", "Forgetting guests' needs", "10 9 * * *", "Forgets guests' needs thirty days after their charter.") with { EvenSuspended = true },
        Round<EraseWaivers>("waiver_erasure", "Erasing old waivers", "20 9 * * *", "Erases signed waivers whose time is over, with a certificate each.") with { EvenSuspended = true },
        Round<AnchorWaivers>("waiver_anchor", "Waiver check", "40 9 * * *", "Checks the waiver book and mails its end to the owners, so that a cut-off end shows.") with { EvenSuspended = true },
        Watch<MakeUpForBackup>("late_backup", "Late backup", "*/10 * * * *", "Makes a backup where the last one is older than a day.") with { IsOfTheHouse = true },
        Round<Forget>("forgetting", "Forgetting", "0 9 * * *", "Forgets what need not be remembered.") with { IsOfTheHouse = true },
    ];

    public IReadOnlyList<ScheduledDuty> Duties => duties;

    /// <summary>The usual schedule, with the times that the settings name.</summary>
    /// <exception cref="FormatException">A setting names no duty or no time that ever comes; the message names it.</exception>
    public static Schedule Read(IConfiguration configuration, DateTimeOffset now)
    {
        var settings = configuration.GetSection("Duties").GetChildren().ToDictionary(duty => duty.Key, StringComparer.OrdinalIgnoreCase);
        foreach (var setting in settings.Values) Check(setting);
        return new([.. Usual.Select(duty => settings.GetValueOrDefault(duty.Name)?["Cron"] is { } cron ? At(duty, cron.Trim(), now) : duty)]);
    }

    private static ScheduledDuty Watch<T>(string name, string title, string cron, Words why)
        where T : IDuty => new(name, cron, typeof(T), why) { Title = title, IsWatch = true };

    private static ScheduledDuty Round<T>(string name, string title, string cron, Words why)
        where T : IDuty => new(name, cron, typeof(T), why) { Title = title };

    private static void Check(IConfigurationSection setting)
    {
        var names = Usual.Select(duty => duty.Name).ToList();
        if (!names.Contains(setting.Key, StringComparer.OrdinalIgnoreCase)) throw new FormatException($"{setting.Path}: there is no duty \"{setting.Key}\"; there are {string.Join(", ", names)}.");
        if (setting["Cron"] is null || setting.GetChildren().Count() > 1) throw new FormatException($"{setting.Path} takes one setting, Cron.");
    }

    private static ScheduledDuty At(ScheduledDuty duty, string cron, DateTimeOffset now)
    {
        var setting = $"Duties:{duty.Name}:Cron is \"{cron}\"";
        try
        {
            return duty.At(cron) is var moved && moved.Next(now) is not null ? moved : throw new FormatException($"{setting}, a time that never comes.");
        }
        catch (CronFormatException bad)
        {
            throw new FormatException($"{setting}; it must be five fields like 0 18 * * *, in UTC. {bad.Message}", bad);
        }
    }
}
