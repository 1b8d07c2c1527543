using System.Globalization;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

public sealed partial class FourHundredDaysTests
{
    /// <summary>
    /// An operator with a charter every other Sunday, or every Sunday in the months with daylight saving changes, at
    /// alternating times of day.
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
                       select ($"reminder|{hours}h|{charterId}|{member}|{Local(call):yyyy-MM-dd}", Due(call, hours));
            Dues.AddRange(dues);
        }

        /// <summary>A due time at night moves back, minute by minute, to 20:45 local time.</summary>
        private DateTimeOffset Due(DateTimeOffset call, int hours)
        {
            var at = call.AddHours(-hours);
            if (Local(at).Hour is >= 8 and < 21) return at;
            while (Local(at).TimeOfDay != new TimeSpan(20, 45, 0)) at = at.AddMinutes(-1);
            return at;
        }

        /// <summary>The first instant at which the local time is that time or later.</summary>
        private DateTimeOffset Instant(DateTime local)
        {
            var at = new DateTimeOffset(local, TimeSpan.Zero).AddHours(-14);
            while (Local(at) < local) at = at.AddMinutes(1);
            return at;
        }

        private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Crew.Zone).DateTime;
    }
}
