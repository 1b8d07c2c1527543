using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>Reads whether the nightly backups of the installation are made.</summary>
public sealed class BackupHealth(AppDbContext db, Backups backups)
{
    /// <summary>The name of the job that makes the nightly backup.</summary>
    public const string JobName = "backup";

    private const int RunsRead = 31;

    public async Task<BackupState> Read(CancellationToken cancel = default)
    {
        var newest = backups.Readable is [var (_, at), ..] ? at : (DateTimeOffset?)null;
        var runs = await db.Set<JobRun>().AsNoTracking()
            .Where(run => run.OperatorId == Guid.Empty && run.Job == JobName)
            .OrderByDescending(run => run.Occurrence).Take(RunsRead).ToListAsync(cancel);
        var failed = runs.TakeWhile(run => HasFailed(run) && !(newest >= run.Occurrence)).ToList();
        return new(newest, failed.FirstOrDefault(), failed.LastOrDefault()?.Occurrence);
    }

    /// <summary>A run that is being repeated has the summary of its failure until it is done.</summary>
    private static bool HasFailed(JobRun run) =>
        run.State == RunState.Failed || run is { State: RunState.Running, Summary: not null };
}

/// <summary>The state of the backups.</summary>
/// <param name="Newest">When the newest backup in the backup folder was made (UTC); null if there is none or the folder
/// cannot be read.</param>
/// <param name="Failed">The last run, if it failed and no backup was made since; null otherwise.</param>
/// <param name="FailingSince">When the first run in a row was due that failed (UTC); null if none did.</param>
public sealed record BackupState(DateTimeOffset? Newest, JobRun? Failed, DateTimeOffset? FailingSince);
