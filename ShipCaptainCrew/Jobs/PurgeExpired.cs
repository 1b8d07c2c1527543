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
/// Forgets what need not be remembered: marks of repeats, ways in that open nothing any more, changes of address that
/// ended, claims of letters long gone, and what duties did a season ago.
/// </summary>
public sealed class PurgeExpired(AppDbContext db, WriteGate gate, IStringLocalizer<Text> localizer) : IJob
{
    /// <summary>
    /// Far longer than any charter is nudged about, and long enough to ask why a link or a sign-in no longer worked.
    /// </summary>
    private static readonly TimeSpan Season = TimeSpan.FromDays(90);

    /// <summary>What is looked up first, outside of the write turn; the rest has time until tomorrow.</summary>
    private const int OneNight = 5000;

    public async Task<string?> Run(Occurrence due, CancellationToken cancel)
    {
        var (aWeekAgo, aSeasonAgo) = (due.Now - HandledRequest.RetentionPeriod, due.Now - Season);
        var (links, sessions) = (await Links(aSeasonAgo, cancel), await Sessions(aSeasonAgo, cancel));
        using var turn = await gate.Enter(cancel);
        var count =
            await db.AcrossOperators<HandledRequest>().Where(row => row.At < aWeekAgo).ExecuteDeleteAsync(cancel)
            + await db.AcrossOperators<NotificationClaim>().Where(row => row.At < aSeasonAgo).ExecuteDeleteAsync(cancel)
            + await db.Set<JobRun>().Where(row => row.Occurrence < aSeasonAgo).ExecuteDeleteAsync(cancel)
            + await db.Set<MagicLink>().Where(row => row.ExpiresAt < aWeekAgo).ExecuteDeleteAsync(cancel)
            + await db.Set<EmailChange>().Where(row => row.ExpiresAt < aWeekAgo).ExecuteDeleteAsync(cancel)
            + await db.Set<PasskeyChallenge>().Where(row => row.ExpiresAt < aWeekAgo).ExecuteDeleteAsync(cancel)
            + await db.Set<SignedLink>().Where(row => links.Contains(row.Id)).ExecuteDeleteAsync(cancel)
            + await db.Set<Session>().Where(row => sessions.Contains(row.Id)).ExecuteDeleteAsync(cancel);
        return count == 0 ? null : localizer["Rows forgotten: {0}", count].Value;
    }

    /// <summary>Links that ran out, but for those of guests whose signed waiver says by which it was reached.</summary>
    private async Task<List<Guid>> Links(DateTimeOffset before, CancellationToken cancel)
    {
        var signed = db.AcrossOperators<WaiverRecord>().Where(record => record.GuestId != null && record.Body != null)
            .Select(record => record.GuestId);
        return await db.Set<SignedLink>().Where(link => link.ExpiresAt < before && !signed.Contains(link.SubjectId))
            .OrderBy(link => link.ExpiresAt).Select(link => link.Id).Take(OneNight).ToListAsync(cancel);
    }

    /// <summary>
    /// Sign-ins that ended, but for those in which something was done: the log tells on which device.
    /// </summary>
    private async Task<List<Guid>> Sessions(DateTimeOffset before, CancellationToken cancel)
    {
        var idle = before - Session.Idle;
        var told = db.AcrossOperators<LogEntry>().Where(entry => entry.SessionId != null)
            .Select(entry => entry.SessionId);
        return await db.Set<Session>()
            .Where(
                row => (row.EndsAt < before || row.RevokedAt < before || (row.Program == null && row.LastSeenAt < idle))
                    && !told.Contains(row.Id))
            .OrderBy(row => row.Id).Select(row => row.Id).Take(OneNight).ToListAsync(cancel);
    }
}
