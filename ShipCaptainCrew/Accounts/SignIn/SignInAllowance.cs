using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// Limits sign-in emails, because anybody can request them for anybody. Each known device of a person, and all other
/// devices together, have <see cref="MailboxLimit"/> of their own. All other devices together also have a limit for
/// each operator. A request beyond a limit is answered as if nobody had the address.
/// </summary>
public sealed class SignInAllowance(AppDbContext db, LimitOptions limits)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>
    /// Whether one more email may be sent. Runs the same queries whether or not somebody has the address.
    /// </summary>
    /// <param name="deviceId">The known device that the request came from; null for any other.</param>
    public async Task<bool> Permits(Guid? personId, Guid? deviceId, DateTimeOffset now, CancellationToken cancel)
    {
        var person = personId ?? Guid.Empty;
        var isMailboxFull = await db.Set<MagicLink>()
            .Where(link => link.PersonId == person && link.MemberId == null && link.DeviceId == deviceId)
            .Select(link => link.CreatedAt)
            .IsLimitReached(now, cancel);
        var sent = await SentByOperator(person, now - Hour, cancel);
        return !isMailboxFull && (deviceId is not null || sent.Count == 0 || sent.Min() < limits.Letters);
    }

    /// <summary>
    /// How many sign-in emails the people of each of this person's operators got, without those from known devices.
    /// </summary>
    private Task<List<int>> SentByOperator(Guid personId, DateTimeOffset since, CancellationToken cancel)
    {
        var members = db.AcrossOperators<Member>();
        return members.Where(own => own.PersonId == personId && own.ArchivedAt == null)
            .Select(own => db.Set<MagicLink>().Count(link =>
                link.CreatedAt > since && link.MemberId == null && link.DeviceId == null
                && members.Any(other => other.OperatorId == own.OperatorId && other.PersonId == link.PersonId)))
            .ToListAsync(cancel);
    }
}
