using Cronos;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>One line of the schedule.</summary>
/// <param name="Name">What settings call it.</param>
/// <param name="Cron">When it is due, in UTC.</param>
/// <param name="Does">The <see cref="IJob"/> that does it.</param>
/// <param name="For">What it is for, for the owner.</param>
public sealed record ScheduledJob(string Name, string Cron, Type Does, LocalizedText For)
{
    private readonly CronExpression times = CronExpression.Parse(Cron);

    /// <summary>What people call it.</summary>
    public LocalizedText Title { get; init; } = Name;

    /// <summary>Done once for all operators; its runs are kept under the empty id.</summary>
    public bool IsInstallationWide { get; init; }

    /// <summary>
    /// Done for a suspended operator too: a boat may be out, and what is promised of evidence and of forgetting holds.
    /// </summary>
    public bool EvenSuspended { get; init; }

    /// <summary>
    /// Looks at what is due by now, whenever it is looked at: what it does is claimed thing by thing, so no time of it
    /// is missed or caught up, and a row is written only where it did something. Any other duty is a round: each of its
    /// times is claimed by a row.
    /// </summary>
    public bool IsContinuous { get; init; }

    /// <summary>The same at other times.</summary>
    /// <exception cref="CronFormatException">It cannot be read.</exception>
    public ScheduledJob At(string cron) =>
        new(Name, cron, Does,
            For) { Title = Title, IsInstallationWide = IsInstallationWide, EvenSuspended = EvenSuspended,
                IsContinuous = IsContinuous };

    /// <summary>The last time at or before an instant at which it was due (UTC).</summary>
    public DateTimeOffset? Newest(DateTimeOffset now) => times.GetPreviousOccurrence(now.UtcDateTime, inclusive: true);

    public DateTimeOffset? Next(DateTimeOffset now) => times.GetNextOccurrence(now.UtcDateTime);

    /// <summary>The last few times strictly between two instants (UTC), newest first.</summary>
    public IEnumerable<DateTimeOffset> Between(DateTimeOffset after, DateTimeOffset before, int most) =>
        times.GetOccurrencesDescending(before.UtcDateTime, after.UtcDateTime, fromInclusive: false, toInclusive: false)
            .Take(most).Select(at => (DateTimeOffset)at);
}
