using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Checks whether a vessel will be back from her previous charter in time for the next.</summary>
public static class Turnaround
{
    public const string Code = "turnaround_short";

    /// <param name="departure">Departure of the next charter (UTC).</param>
    /// <param name="before">Her previous charter.</param>
    /// <param name="zone">The time zone of the times in the messages.</param>
    public static IEnumerable<Warning> Check(
        DateTimeOffset departure, Vessel vessel, Charter before, TimeZoneInfo zone, DateTimeOffset now, TimeSpan grace)
    {
        var needed = TimeSpan.FromMinutes(vessel.Details.TurnaroundMinutes);
        if (before.IsOverdue(now, grace))
        {
            yield return new(
                Code,
                new LocalizedText("“{0}” is overdue: {1} may not be back in time.", before.Title, vessel.Name));
        }
        else if (ExpectedBack(before, now) is var back && back + needed > departure)
        {
            yield return new(
                Code,
                new LocalizedText(
                    "{0} needs {1} minutes after “{2}”, which is back at {3}.",
                    vessel.Name,
                    vessel.Details.TurnaroundMinutes,
                    before.Title,
                    TimeText.Of(back, zone, TimeParts.Time)));
        }
    }

    /// <summary>
    /// When the previous charter is expected back: late by as much as it left late, and not before now if it is
    /// underway.
    /// </summary>
    private static DateTimeOffset ExpectedBack(Charter before, DateTimeOffset now)
    {
        var planned = before.Return ?? before.Departure!.Value;
        if (before.ActualReturn is { } back) return back;
        if (before.Status == CharterStatus.Underway) return Later(planned, now);
        return before.IsCrewOpen && before.Departure <= now && now < before.PlannedEnd
            ? planned + (now - before.Departure.Value)
            : planned;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
