using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Deletes expired rows: idempotency keys, sign-in links, passkey challenges, email changes, signed links, sessions,
/// known devices, kept forms, notification claims and job runs.
/// </summary>
public sealed class PurgeExpired(AppDbContext db, WriteGate gate, IStringLocalizer<Text> localizer) : IJob
{
    /// <summary>
    /// Much longer than any charter causes notifications, and long enough to look into why a link or sign-in failed.
    /// </summary>
    private static readonly TimeSpan LongRetention = TimeSpan.FromDays(90);

    /// <summary>The most ids read before the write gate is entered; the rest is deleted the next day.</summary>
    private const int MaxRowsPerRun = 5000;

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var (shortLimit, longLimit) = (due.Now - HandledRequest.RetentionPeriod, due.Now - LongRetention);
        var (links, sessions) = (await Links(longLimit, cancel), await Sessions(longLimit, cancel));
        var (forgotten, formLimit) = (due.Now - KnownDevices.Life, due.Now - KeptForm.Life);
        using var entered = await gate.Enter(cancel);
        var count =
            await db.AcrossOperators<HandledRequest>().Where(row => row.At < shortLimit).ExecuteDeleteAsync(cancel)
            + await db.AcrossOperators<NotificationClaim>().Where(row => row.At < longLimit).ExecuteDeleteAsync(cancel)
            + await db.Set<JobRun>().Where(row => row.Occurrence < longLimit).ExecuteDeleteAsync(cancel)
            + await db.Set<KeptForm>().Where(row => row.At < formLimit).ExecuteDeleteAsync(cancel)
            + await db.Set<MagicLink>().Where(row => row.ExpiresAt < shortLimit).ExecuteDeleteAsync(cancel)
            + await db.Set<EmailChange>().Where(row => row.ExpiresAt < shortLimit).ExecuteDeleteAsync(cancel)
            + await db.Set<KnownDevice>().Where(row => row.SeenAt < forgotten).ExecuteDeleteAsync(cancel)
            + await db.Set<PasskeyChallenge>().Where(row => row.ExpiresAt < shortLimit).ExecuteDeleteAsync(cancel)
            + await db.Set<SignedLink>().Where(row => links.Contains(row.Id)).ExecuteDeleteAsync(cancel)
            + await db.Set<Session>().Where(row => sessions.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        return count == 0 ? null : localizer["Rows deleted: {0}", count].Value;
    }

    /// <summary>Expired links, except those of guests whose signed waiver names the link it was reached by.</summary>
    private async Task<List<Guid>> Links(DateTimeOffset before, CancellationToken cancel)
    {
        var signed = db.AcrossOperators<WaiverRecord>().Where(record => record.GuestId != null && record.Body != null)
            .Select(record => record.GuestId);
        return await db.Set<SignedLink>().Where(link => link.ExpiresAt < before && !signed.Contains(link.SubjectId))
            .OrderBy(link => link.ExpiresAt).Select(link => link.Id).Take(MaxRowsPerRun).ToListAsync(cancel);
    }

    /// <summary>Ended sessions, except those in the audit log, which shows the device of each action.</summary>
    private async Task<List<Guid>> Sessions(DateTimeOffset before, CancellationToken cancel)
    {
        var idle = before - Session.Idle;
        var logged = db.AcrossOperators<LogEntry>().Where(entry => entry.SessionId != null)
            .Select(entry => entry.SessionId);
        return await db.Set<Session>()
            .Where(row =>
                (row.EndsAt < before || row.RevokedAt < before || (row.Program == null && row.LastSeenAt < idle))
                && !logged.Contains(row.Id))
            .OrderBy(row => row.Id).Select(row => row.Id).Take(MaxRowsPerRun).ToListAsync(cancel);
    }
}
