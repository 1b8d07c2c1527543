using Cronos;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>One line of the schedule.</summary>
/// <param name="Name">The name in settings and in the database.</param>
/// <param name="Cron">When it is due: a cron expression of five fields, in UTC.</param>
/// <param name="JobType">The <see cref="IJob"/> to run.</param>
/// <param name="Description">What the job does, for the owner.</param>
public sealed record ScheduledJob(string Name, string Cron, Type JobType, LocalizedText Description)
{
    private readonly CronExpression times = CronExpression.Parse(Cron);

    /// <summary>The name on screen.</summary>
    public LocalizedText Title { get; init; } = Name;

    /// <summary>Runs once for all operators; its runs are stored under the empty operator id.</summary>
    public bool IsInstallationWide { get; init; }

    /// <summary>
    /// Also runs for a suspended operator: a boat may still be out, and evidence and deletion deadlines still apply.
    /// </summary>
    public bool EvenSuspended { get; init; }

    /// <summary>
    /// Does whatever is due when it runs and claims each effect separately, so no run is ever missed or caught up; a
    /// row is stored only when it did something. Any other job is daily: each run is claimed by a row.
    /// </summary>
    public bool IsContinuous { get; init; }

    /// <summary>The same job at other times.</summary>
    /// <exception cref="CronFormatException">The cron expression is invalid.</exception>
    public ScheduledJob WithCron(string cron) =>
        new(Name, cron, JobType, Description)
        {
            Title = Title,
            IsInstallationWide = IsInstallationWide,
            EvenSuspended = EvenSuspended,
            IsContinuous = IsContinuous,
        };

    /// <summary>The latest due time at or before an instant (UTC); null if there is none.</summary>
    public DateTimeOffset? Latest(DateTimeOffset now) => times.GetPreviousOccurrence(now.UtcDateTime, inclusive: true);

    /// <summary>The first due time after an instant (UTC); null if there is none.</summary>
    public DateTimeOffset? Next(DateTimeOffset now) => times.GetNextOccurrence(now.UtcDateTime);

    /// <summary>The due times strictly between two instants (UTC), newest first.</summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset before, int max) =>
        times.GetOccurrencesDescending(before.UtcDateTime, after.UtcDateTime, fromInclusive: false, toInclusive: false)
            .Take(max).Select(at => (DateTimeOffset)at);
}
