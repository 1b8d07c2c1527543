using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>Whether a vessel is back from the charter before in time for the next, as things stand now.</summary>
public static class Turnaround
{
    public const string Code = "turnaround_short";

    /// <param name="departure">Of the charter that waits for her (UTC).</param>
    /// <param name="before">Her charter before that one.</param>
    /// <param name="zone">The clock that the words go by.</param>
    public static IEnumerable<Warning> Check(
        DateTimeOffset departure, Vessel vessel, Charter before, TimeZoneInfo zone, DateTimeOffset now, TimeSpan grace)
    {
        var needed = TimeSpan.FromMinutes(vessel.Details.TurnaroundMinutes);
        if (before.IsOverdue(now, grace))
            yield return new(
                Code, new LocalizedText("“{0}” is overdue: {1} may not be back in time.", before.Title, vessel.Name));
        else if (ExpectedBack(before, now) is var back && back + needed > departure)
        {
            yield return new(Code, new LocalizedText(
                "{0} needs {1} minutes after “{2}”, which is back at {3}.", vessel.Name,
                vessel.Details.TurnaroundMinutes, before.Title, $"{LocalTime.At(back, zone):HH:mm}"));
        }
    }

    /// <summary>
    /// What is late already will not be back as planned: who left late comes back later by as much, and who is still
    /// out not before now.
    /// </summary>
    private static DateTimeOffset ExpectedBack(Charter before, DateTimeOffset now)
    {
        var planned = before.Return ?? before.Departure!.Value;
        if (before.ActualReturn is { } back) return back;
        if (before.Status == CharterStatus.Underway) return Later(planned, now);
        return before.IsCrewOpen && before.Departure <= now && now < before.PlannedEnd
            ? planned + (now - before.Departure.Value) : planned;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
