using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Maintenance;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>Reads what whoever runs the server must know: the backups, the emails, the schedule, the disk.</summary>
public sealed class InstallationHealth(
    AppDbContext db, BackupHealth backups, Readiness readiness, OutboxWorker outboxWorker, IScheduleView schedule,
    TimeProvider clock)
{
    /// <summary>The scheduler counts as stopped after this long without a tick; it ticks every minute.</summary>
    private static readonly TimeSpan StoppedAfter = TimeSpan.FromMinutes(5);

    /// <summary>Reads the state from the disk, and what only the running server knows if it is this process.</summary>
    public async Task<InstallationState> Read(CancellationToken cancel)
    {
        var obstacle = await readiness.Obstacle(cancel);
        if (obstacle == "database") return new() { Problems = [obstacle] };
        var (backup, emails) = (await backups.Read(cancel), await db.CountEmails());
        return new()
        {
            Backup = backup,
            Emails = emails,
            LastTick = schedule.LastTick,
            Problems = [.. Problems(obstacle, backup, emails)],
        };
    }

    private IEnumerable<string> Problems(string? obstacle, BackupState backup, EmailCounts emails)
    {
        if (obstacle is not null) yield return obstacle;
        if (backup.Failed is not null) yield return "backup_failed";
        if (emails.Unreadable > 0) yield return "emails_unreadable";
        if (outboxWorker.LastFailure is not null) yield return "mail_server";
        if (outboxWorker.IsHeld) yield return "emails_held";
        if (clock.GetUtcNow() - schedule.LastTick > StoppedAfter) yield return "schedule";
    }
}

/// <summary>The state of the installation.</summary>
public sealed record InstallationState
{
    /// <summary>What needs an administrator, in one word each; empty if nothing does.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>Null if the database cannot be read.</summary>
    public BackupState? Backup { get; init; }

    /// <summary>Null if the database cannot be read.</summary>
    public EmailCounts? Emails { get; init; }

    /// <summary>When the scheduler of this process last ran (UTC); null if it did not.</summary>
    public DateTimeOffset? LastTick { get; init; }
}
