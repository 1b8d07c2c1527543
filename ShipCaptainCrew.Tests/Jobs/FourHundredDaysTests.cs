using System.Globalization;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>
/// More than a year in three zones, both changes of the clocks in it, two schedulers racing on one file, restarts, and
/// clocks that jump three hours and back: every nudge once, none missing, by an expectation that is worked out here in
/// another way.
/// </summary>
public sealed class FourHundredDaysTests
{
    private const int Days = 400;
    private static readonly DateTimeOffset Begin = new(2026, 2, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly int[] Hours = [72, 24, 3];

    /// <summary>
    /// By the clock of each place, in the evening, early, around noon, at night; none within the hours after 18:00 UTC,
    /// when who is still ahead would depend on the minute.
    /// </summary>
    private static readonly (string Zone, string[] Times)[] Positions =
    [
        ("America/Los_Angeles", ["17:30", "07:15", "09:30", "17:15", "00:20"]),
        ("Europe/London", ["10:00", "14:30", "17:00", "08:15", "02:30"]),
        ("Australia/Lord_Howe", ["17:30", "12:00", "11:30", "22:45", "14:00"]),
    ];

    [Fact]
    public async Task Each_nudge_is_written_exactly_once_and_none_is_missing()
    {
        var jobs = JobSchedule.Default.Where(job => job.Name is "reminders" or "ptb_nudge").ToList();
        await using var harness = await SchedulerHarness.At(Begin, new(jobs), hosts: 2);
        var fleets = new List<Fleet>();
        foreach (var (zone, times) in Positions) fleets.Add(await Fleet.Plan(harness, zone, times));

        await Sail(harness, fleets);

        foreach (var fleet in fleets)
        {
            await HasReminded(fleet);
            await HasWrittenDaily(fleet);
        }
    }

    /// <summary>
    /// Looks a minute after anything is due, and every few hours besides; now and then the clock jumps, or everything
    /// begins anew.
    /// </summary>
    private static async Task Sail(SchedulerHarness harness, List<Fleet> fleets)
    {
        var rests = Enumerable.Range(0, Days * 24 / 11).Select(i => Begin.AddHours(11 * i));
        var nights = Enumerable.Range(0, Days).Select(Evening);
        var dues = fleets.SelectMany(fleet => fleet.Dues).Select(due => due.At);
        var (count, last) = (0, Begin);
        foreach (var tick in rests.Concat(nights).Concat(dues).Select(at => at.AddMinutes(1))
            .Where(at => at < Begin.AddDays(Days)).Distinct().Order())
        {
            if (++count % 97 == 0) await harness.Restart();
            if (count % 31 == 0) await harness.TickAt(tick.AddHours(3));
            if (count % 37 == 0) await harness.TickAt(tick.AddHours(-3));
            await harness.TickAt(last = tick);
        }

        Assert.True(last > Begin.AddDays(Days - 1));
    }

    private static async Task HasReminded(Fleet fleet)
    {
        var (claims, emails) = (
            (await fleet.Crew.Nudges()).Where(nudge => nudge.Key.StartsWith("reminder", StringComparison.Ordinal))
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

    private static async Task HasWrittenDaily(Fleet fleet)
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

    /// <summary>
    /// An operator with a charter every other Sunday, every Sunday in the months when clocks are changed, at one time
    /// or another of the day.
    /// </summary>
    private sealed record Fleet(
        OperatorFixture Crew, List<DateTimeOffset> Departures, List<(string Key, DateTimeOffset At)> Dues)
    {
        public Guid[] Members => [Crew.Captain, Crew.Deckhands[0]];

        public static async Task<Fleet> Plan(SchedulerHarness harness, string zone, string[] times)
        {
            var fleet = new Fleet(await OperatorFixture.Aboard(harness, zone), [], []);
            for (var week = 1; week < Days / 7; week++)
            {
                if (week % 2 == 1 && Begin.AddDays(week * 7).Month is not (3 or 4 or 10 or 11)) continue;
                var local = Begin.Date.AddDays(week * 7)
                    + TimeSpan.Parse(times[week % times.Length], CultureInfo.InvariantCulture);
                await fleet.Plan(local);
            }

            Assert.DoesNotContain(fleet.Departures, departure => departure.Hour >= 18);
            return fleet;
        }

        private async Task Plan(DateTime local)
        {
            var departure = Instant(local);
            var charterId = await Crew.Charter(local, ["Navigation lights"]);
            Departures.Add(departure);
            var call = departure.AddMinutes(-60);
            var dues = from hours in Hours
                       from member in Members
                       select ($"reminder|{hours}h|{charterId}|{member}|{Wall(call):yyyy-MM-dd}", Due(call, hours));
            Dues.AddRange(dues);
        }

        /// <summary>
        /// At night one walks back minute by minute until the clock on the wall shows a quarter to nine.
        /// </summary>
        private DateTimeOffset Due(DateTimeOffset call, int hours)
        {
            var at = call.AddHours(-hours);
            if (Wall(at).Hour is >= 8 and < 21) return at;
            while (Wall(at).TimeOfDay != new TimeSpan(20, 45, 0)) at = at.AddMinutes(-1);
            return at;
        }

        /// <summary>The first instant at which the wall shows that time or a later one.</summary>
        private DateTimeOffset Instant(DateTime local)
        {
            var at = new DateTimeOffset(local, TimeSpan.Zero).AddHours(-14);
            while (Wall(at) < local) at = at.AddMinutes(1);
            return at;
        }

        private DateTime Wall(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Crew.Zone).DateTime;
    }
}
