using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>
/// Stores the runs of daily jobs. Each run is claimed by one row, so two schedulers on one database never claim the
/// same run. Of the runs missed while the app was down, only the latest is caught up, and only if it is recent enough.
/// </summary>
public sealed class JobRuns(AppDbContext db, Change change)
{
    /// <summary>A run missed longer ago than this is recorded as skipped instead of caught up.</summary>
    public static readonly TimeSpan CatchUp = TimeSpan.FromHours(12);

    /// <summary>A run that has not ended after this long counts as interrupted and is started again.</summary>
    private static readonly TimeSpan Interrupted = TimeSpan.FromMinutes(2);

    /// <summary>How late the first run of a job may be.</summary>
    private static readonly TimeSpan FirstRunTolerance = TimeSpan.FromMinutes(1);

    private const int MaxSkippedRows = 31;

    /// <summary>Claims the due run of a daily job.</summary>
    /// <param name="operatorId">The empty id for an installation-wide job.</param>
    /// <param name="startedAt">When this scheduler started (UTC); a run begun before that was interrupted.</param>
    /// <returns>The claimed due time (UTC); null if nothing is due or another scheduler has claimed it.</returns>
    public async Task<DateTimeOffset?> Claim(
        ScheduledJob job, Guid operatorId, DateTimeOffset now, DateTimeOffset startedAt, CancellationToken cancel)
    {
        if (!IsDue(job, await Last(job, operatorId, cancel), now, startedAt)) return null;
        return await change.Run(
            async actor => Claim(job, operatorId, await Last(job, operatorId, cancel), actor.At, startedAt), cancel);
    }

    /// <summary>The operators for which the job's latest run, due at a time or later, is finished.</summary>
    public async Task<IReadOnlySet<Guid>> Finished(ScheduledJob job, DateTimeOffset since, CancellationToken cancel)
    {
        var runs = await db.Set<JobRun>().AsNoTracking()
            .Where(run => run.Job == job.Name && run.Occurrence >= since)
            .Select(run => new { run.OperatorId, run.Occurrence, run.State })
            .ToListAsync(cancel);
        return runs.GroupBy(run => run.OperatorId)
            .Where(ofOperator => ofOperator.MaxBy(run => run.Occurrence)!.State is not
                (RunState.Running or RunState.Failed))
            .Select(ofOperator => ofOperator.Key)
            .ToHashSet();
    }

    public Task Finish(
        ScheduledJob job, Guid operatorId, DateTimeOffset occurrence, string? summary, CancellationToken cancel) =>
        Update(job, operatorId, occurrence, (run, at) => run.Finish(summary ?? "", at), cancel);

    public Task Fail(
        ScheduledJob job, Guid operatorId, DateTimeOffset occurrence, Exception failure, CancellationToken cancel)
    {
        var summary = $"{failure.GetType().Name}: {failure.Message.ReplaceLineEndings(" ")}";
        return Update(job, operatorId, occurrence, (run, at) => run.Fail(summary, at), cancel);
    }

    private static bool IsDue(ScheduledJob job, JobRun? last, DateTimeOffset now, DateTimeOffset startedAt) =>
        job.Latest(now) is { } latest
            && (last is null || last.Occurrence < latest || IsUnfinished(last, now, startedAt));

    /// <summary>A job without any stored run is claimed only if it is due this minute.</summary>
    private DateTimeOffset? Claim(
        ScheduledJob job, Guid operatorId, JobRun? last, DateTimeOffset now, DateTimeOffset startedAt)
    {
        if (!IsDue(job, last, now, startedAt)) return null;
        var latest = job.Latest(now)!.Value;
        if (last is not null && last.Occurrence >= latest) return Resume(last, now);
        if (last is not null)
        {
            var missed = job.Between(last.Occurrence, latest, MaxSkippedRows);
            db.AddRange(missed.Select(occurrence => Row(occurrence, RunState.Skipped)));
        }

        var isInTime = now - latest <= (last is null ? FirstRunTolerance : CatchUp);
        db.Add(Row(latest, isInTime ? RunState.Running : last is null ? RunState.Before : RunState.Skipped));
        return isInTime ? latest : null;

        JobRun Row(DateTimeOffset occurrence, RunState state) => new(operatorId, job.Name, occurrence, state, now);
    }

    private static DateTimeOffset Resume(JobRun run, DateTimeOffset now)
    {
        run.Resume(now);
        return run.Occurrence;
    }

    private static bool IsUnfinished(JobRun run, DateTimeOffset now, DateTimeOffset startedAt) =>
        (now - run.Occurrence).Duration() <= CatchUp && run.State switch
        {
            RunState.Failed => true,
            RunState.Running => run.StartedAt < startedAt || now - run.StartedAt > Interrupted,
            _ => false,
        };

    private Task<JobRun?> Last(ScheduledJob job, Guid operatorId, CancellationToken cancel) =>
        db.Set<JobRun>()
            .Where(run => run.OperatorId == operatorId && run.Job == job.Name)
            .OrderByDescending(run => run.Occurrence)
            .FirstOrDefaultAsync(cancel);

    private Task<JobRun> Update(ScheduledJob job, Guid operatorId, DateTimeOffset occurrence,
        Action<JobRun, DateTimeOffset> update, CancellationToken cancel) =>
        change.Run(async actor =>
        {
            var run = await db.Set<JobRun>().FindAsync([operatorId, job.Name, occurrence], cancel);
            if (run is null) db.Add(run = new(operatorId, job.Name, occurrence, RunState.Running, actor.At));
            update(run, actor.At);
            return run;
        }, cancel);
}
