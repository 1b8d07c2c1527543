using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>Reads what the start page of the office names besides charters, usually with one query.</summary>
public sealed class OfficeAlerts(AppDbContext db, BackupHealth backups)
{
    /// <param name="operatorId">The operator.</param>
    /// <param name="since">Emails not delivered before this instant (UTC) are not counted.</param>
    /// <returns>
    /// How many emails were not delivered or cannot be read; since when the backup fails (UTC), or null.
    /// </returns>
    public async Task<(int NotDelivered, DateTimeOffset? BackupFailingSince)> Read(
        Guid operatorId, DateTimeOffset since)
    {
        var found = await db.Operators.Where(row => row.Id == operatorId).Select(_ => new
        {
            NotDelivered =
                db.Outbox.Count(email => email.State == EmailState.NotDelivered && email.SettledAt > since),
            Unreadable = db.Outbox.Count(email => email.State == EmailState.Unreadable),
            LastBackup = db.Set<JobRun>()
                .Where(run => run.OperatorId == Guid.Empty && run.Job == BackupHealth.JobName)
                .OrderByDescending(run => run.Occurrence).Select(run => (RunState?)run.State).FirstOrDefault(),
        }).FirstAsync();
        var mayFail = found.LastBackup is RunState.Failed or RunState.Running;
        return (found.NotDelivered + found.Unreadable, mayFail ? (await backups.Read()).FailingSince : null);
    }
}
