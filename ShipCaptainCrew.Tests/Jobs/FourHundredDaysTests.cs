using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>
/// Runs reminders and the daily nudge over 75 days, or 400 in a long run, in three time zones, with daylight saving
/// changes, two schedulers on one database, restarts, and a clock that jumps by three hours in both directions. The
/// expected times are calculated here independently of the product code.
/// </summary>
public sealed partial class FourHundredDaysTests
{
    private static readonly int Days = LongRun.Count(75, 400);
    private static readonly DateTimeOffset Begin = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly int[] Hours = [72, 24, 3];

    /// <summary>
    /// Departures in local time: in the evening, in the morning, around noon and at night. None is soon after 18:00
    /// UTC, because whether it is still upcoming would then depend on the minute.
    /// </summary>
    private static readonly (string Zone, string[] Times)[] Places =
    [
        ("America/Los_Angeles", ["17:30", "07:15", "09:30", "17:15", "00:20"]),
        ("Europe/London", ["10:00", "14:30", "17:00", "08:15", "02:30"]),
        ("Australia/Lord_Howe", ["17:30", "12:00", "11:30", "22:45", "14:00"]),
    ];

    [Fact]
    public async Task Every_reminder_and_daily_email_is_written_exactly_once_on_every_day()
    {
        var jobs = JobSchedule.Default.Where(job => job.Name is "reminders" or "ptb_nudge").ToList();
        await using var harness = await SchedulerHarness.At(Begin, new(jobs), hosts: 2);
        var fleets = new List<Fleet>();
        foreach (var (zone, times) in Places) fleets.Add(await Fleet.Plan(harness, zone, times));

        await RunDays(harness, fleets);

        foreach (var fleet in fleets)
        {
            await CheckReminders(fleet);
            await CheckDailyEmails(fleet);
        }
    }

    /// <summary>
    /// Runs the jobs one minute after every due time and every 11 hours, with occasional clock jumps and restarts.
    /// </summary>
    private static async Task RunDays(SchedulerHarness harness, List<Fleet> fleets)
    {
        var everyElevenHours = Enumerable.Range(0, Days * 24 / 11).Select(i => Begin.AddHours(11 * i));
        var evenings = Enumerable.Range(0, Days).Select(Evening);
        var dues = fleets.SelectMany(fleet => fleet.Dues).Select(due => due.At);
        var (count, last) = (0, Begin);
        foreach (var tick in everyElevenHours.Concat(evenings).Concat(dues).Select(at => at.AddMinutes(1))
            .Where(at => at < Begin.AddDays(Days)).Distinct().Order())
        {
            if (++count % 97 == 0) await harness.Restart();
            if (count % 31 == 0) await harness.TickAt(tick.AddHours(3));
            if (count % 37 == 0) await harness.TickAt(tick.AddHours(-3));
            await harness.TickAt(last = tick);
        }

        Assert.True(last > Begin.AddDays(Days - 1));
    }

    private static async Task CheckReminders(Fleet fleet)
    {
        var (claims, emails) = (
            (await fleet.Crew.Nudges()).Where(claim => claim.Key.StartsWith("reminder", StringComparison.Ordinal))
                .ToList(),
            await fleet.Crew.Letters(ReminderEmail.Kind));
        var sent = claims.Where(claim => claim.Rule == "reminder").ToList();

        Assert.Equal(fleet.Dues.Select(due => due.Key).Order(), claims.Select(claim => claim.Key).Order());
        Assert.Equal(sent.Select(claim => $"{fleet.Crew.OperatorId}|{claim.Key}").Order(),
            emails.Select(email => email.Key).Order());
        Assert.All(claims.Where(claim => !claim.Key.StartsWith("reminder|3h", StringComparison.Ordinal)),
            claim => Assert.Equal("reminder", claim.Rule));
        foreach (var claim in claims)
        {
            var isClose =
                sent.Exists(
                    other => other != claim && other.CharterId == claim.CharterId && other.MemberId == claim.MemberId
                        && (other.At - claim.At).Duration() < TimeSpan.FromHours(20));
            Assert.True(isClose == (claim.Rule != "reminder"), claim.Key);
        }
    }

    private static async Task CheckDailyEmails(Fleet fleet)
    {
        var emails = await fleet.Crew.Letters(DailyEmail.Kind);
        var expected = from day in Enumerable.Range(0, Days)
                       let evening = Evening(day)
                       where evening < Begin.AddDays(Days)
                           && fleet.Departures.Exists(
                               departure => departure > evening && departure <= evening.AddHours(72))
                       from member in fleet.Members
                       select $"{fleet.Crew.OperatorId}|ptb_nudge|{evening:yyyy-MM-dd}|{member}";

        Assert.Equal(expected.Order(), emails.Select(email => email.Key).Order());
        Assert.All(
            emails, email => Assert.InRange(TimeZoneInfo.ConvertTime(email.NotBefore, fleet.Crew.Zone).Hour, 8, 20));
        Assert.Equal(Enumerable.Range(0, Days).Select(Evening).Where(at => at < Begin.AddDays(Days)),
            (await fleet.Crew.Runs("ptb_nudge")).Where(run => run.State == RunState.Done)
                .Select(run => run.Occurrence));
    }

    private static DateTimeOffset Evening(int day) =>
        new DateTimeOffset(Begin.Date, TimeSpan.Zero).AddDays(day).AddHours(18);
}
