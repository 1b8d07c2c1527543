using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>Read access to the job schedule, for layers below Jobs.</summary>
public interface IScheduleView
{
    IReadOnlyList<ScheduleLine> Lines { get; }

    /// <summary>When the scheduler last ran (UTC); null before the first run.</summary>
    DateTimeOffset? LastTick { get; }

    /// <summary>
    /// How often an installation-wide job has failed since it last succeeded, or since the app started.
    /// </summary>
    int FailuresInARow(string job);
}

/// <summary>One job of the schedule.</summary>
public sealed record ScheduleLine
{
    /// <summary>The name used in settings.</summary>
    public required string Name { get; init; }

    /// <summary>The name shown to people.</summary>
    public required LocalizedText Title { get; init; }

    /// <summary>The cron expression, evaluated in UTC.</summary>
    public required string Cron { get; init; }

    public required LocalizedText For { get; init; }

    /// <summary>Runs once for all operators.</summary>
    public required bool IsInstallationWide { get; init; }

    /// <summary>Runs repeatedly, and records a run only when it did something.</summary>
    public required bool IsContinuous { get; init; }

    /// <summary>The next due time (UTC).</summary>
    public required DateTimeOffset? Next { get; init; }
}
