using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>
/// Where each time of a duty is claimed by one row, and what became of it is noted. Two schedulers on one file never
/// claim the same; what was missed while nobody kept watch is done once, where it is not too old.
/// </summary>
public sealed class JobRuns(AppDbContext db, Change change)
{
    /// <summary>What was missed longer ago than this is not done any more, only recorded as skipped.</summary>
    public static readonly TimeSpan CatchUp = TimeSpan.FromHours(12);

    /// <summary>A run without an end is taken up again after this long.</summary>
    private static readonly TimeSpan CutShort = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan JustNow = TimeSpan.FromMinutes(1);
    private const int MostSkipped = 31;

    /// <summary>Claims what is due of a round.</summary>
    /// <param name="operatorId">The empty id for a duty of the house.</param>
    /// <param name="began">When this scheduler began: what runs since before then was cut short.</param>
    /// <returns>The time claimed (UTC); null where nothing is due, or another has it in hand.</returns>
    public async Task<DateTimeOffset?> Claim(
        ScheduledJob job, Guid operatorId, DateTimeOffset now, DateTimeOffset began, CancellationToken cancel)
    {
        if (!IsDue(job, await Last(job, operatorId, cancel), now, began)) return null;
        return await change.Run(
            async actor => Claim(job, operatorId, await Last(job, operatorId, cancel), actor.At, began), cancel);
    }

    public Task Finish(
        ScheduledJob job, Guid operatorId, DateTimeOffset occurrence, string? did, CancellationToken cancel) =>
        Note(job, operatorId, occurrence, (run, at) => run.Finish(did ?? "", at), cancel);

    public Task Fail(
        ScheduledJob job, Guid operatorId, DateTimeOffset occurrence, Exception why, CancellationToken cancel) =>
        Note(job, operatorId, occurrence,
            (run, at) => run.Fail($"{why.GetType().Name}: {why.Message.ReplaceLineEndings(" ")}", at), cancel);

    private static bool IsDue(ScheduledJob job, JobRun? last, DateTimeOffset now, DateTimeOffset began) =>
        job.Newest(now) is { } newest && (last is null || last.Occurrence < newest || IsUnfinished(last, now, began));

    /// <summary>
    /// Of a duty never seen before, only what is due this very minute counts: what lies before nobody asked for.
    /// </summary>
    private DateTimeOffset? Claim(
        ScheduledJob job, Guid operatorId, JobRun? last, DateTimeOffset now, DateTimeOffset began)
    {
        if (!IsDue(job, last, now, began)) return null;
        var newest = job.Newest(now)!.Value;
        if (last is not null && last.Occurrence >= newest) return Resume(last, now);
        if (last is not null)
            db.AddRange(
                job.Between(last.Occurrence, newest, MostSkipped).Select(missed => Row(missed, RunState.Skipped)));
        var isInTime = now - newest <= (last is null ? JustNow : CatchUp);
        db.Add(Row(newest, isInTime ? RunState.Running : last is null ? RunState.Before : RunState.Skipped));
        return isInTime ? newest : null;

        JobRun Row(DateTimeOffset occurrence, RunState state) => new(operatorId, job.Name, occurrence, state, now);
    }

    private static DateTimeOffset Resume(JobRun run, DateTimeOffset now)
    {
        run.Resume(now);
        return run.Occurrence;
    }

    private static bool IsUnfinished(JobRun run, DateTimeOffset now, DateTimeOffset began) =>
        (now - run.Occurrence).Duration() <= CatchUp && run.State switch
    {
        RunState.Failed => true,
        RunState.Running => run.StartedAt < began || now - run.StartedAt > CutShort,
        _ => false,
    };

    private Task<JobRun?> Last(ScheduledJob job, Guid operatorId, CancellationToken cancel) => db.Set<JobRun>()
        .Where(run => run.OperatorId == operatorId && run.Job == job.Name).OrderByDescending(run => run.Occurrence)
        .FirstOrDefaultAsync(cancel);

    private Task<JobRun> Note(ScheduledJob job, Guid operatorId, DateTimeOffset occurrence,
        Action<JobRun, DateTimeOffset> note, CancellationToken cancel) =>
        change.Run(async actor =>
    {
        var run = await db.Set<JobRun>().FindAsync([operatorId, job.Name, occurrence], cancel);
        if (run is null) db.Add(run = new(operatorId, job.Name, occurrence, RunState.Running, actor.At));
        note(run, actor.At);
        return run;
    }, cancel);
}
