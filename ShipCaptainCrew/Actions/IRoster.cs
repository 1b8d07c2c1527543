using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions;

/// <summary>What the schedule of duties says of itself to those who look at it from below.</summary>
public interface IRoster
{
    IReadOnlyList<RosterLine> Lines { get; }

    /// <summary>When the schedule was last gone through (UTC); null before the first time.</summary>
    DateTimeOffset? LastTick { get; }
}

/// <summary>One duty of the schedule.</summary>
/// <param name="Name">What settings call it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Cron">When it is due, in UTC.</param>
/// <param name="IsOfTheHouse">Done once for all operators.</param>
/// <param name="IsWatch">Looks again and again at what is due, and leaves a row only where it did something.</param>
/// <param name="Next">When it is due next (UTC).</param>
public sealed record RosterLine(string Name, Words Title, string Cron, Words For, bool IsOfTheHouse, bool IsWatch, DateTimeOffset? Next);
