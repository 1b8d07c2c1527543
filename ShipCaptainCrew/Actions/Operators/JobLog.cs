using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>A scheduled job and its latest runs, newest first.</summary>
public sealed record JobLine(ScheduleLine Job, IReadOnlyList<JobRun> Runs)
{
    public JobRun? Last => Runs.Count > 0 ? Runs[0] : null;
}

/// <summary>Reads job runs of an operator, and of jobs that run once for the whole installation.</summary>
public sealed class JobLog(AppDbContext db, IScheduleView schedule)
{
    private const int RunsShown = 10;

    /// <summary>When the scheduler last ran (UTC).</summary>
    public DateTimeOffset? LastTick => schedule.LastTick;

    public async Task<IReadOnlyList<JobLine>> Of(Viewer viewer)
    {
        var lines = new List<JobLine>();
        foreach (var job in schedule.Lines)
            lines.Add(new(job, await Runs(job, job.IsInstallationWide ? Guid.Empty : viewer.OperatorId)));
        return lines;
    }

    private Task<List<JobRun>> Runs(ScheduleLine job, Guid operatorId) => db.Set<JobRun>().AsNoTracking()
        .Where(run => run.OperatorId == operatorId && run.Job == job.Name && run.State != RunState.Before)
        .OrderByDescending(run => run.Occurrence).Take(RunsShown).ToListAsync();
}
