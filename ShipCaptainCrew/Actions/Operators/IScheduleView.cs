using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>What the schedule of duties says of itself to those who look at it from below.</summary>
public interface IScheduleView
{
    IReadOnlyList<ScheduleLine> Lines { get; }

    /// <summary>When the schedule was last gone through (UTC); null before the first time.</summary>
    DateTimeOffset? LastTick { get; }
}

/// <summary>One duty of the schedule.</summary>
public sealed record ScheduleLine
{
    /// <summary>What settings call it.</summary>
    public required string Name { get; init; }

    /// <summary>What people call it.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>When it is due, in UTC.</summary>
    public required string Cron { get; init; }

    public required LocalizedText For { get; init; }

    /// <summary>Done once for all operators.</summary>
    public required bool IsInstallationWide { get; init; }

    /// <summary>Looks again and again at what is due, and leaves a row only where it did something.</summary>
    public required bool IsContinuous { get; init; }

    /// <summary>When it is due next (UTC).</summary>
    public required DateTimeOffset? Next { get; init; }
}
