using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>
/// Counts the emails of an operator to the mailboxes of guests in the last 24 hours. They are counted by mailbox, not
/// by guest, so that adding and removing a guest again and again cannot flood a mailbox. Used for one change: it also
/// counts the emails that the change adds.
/// </summary>
public sealed class MailboxCounts(AppDbContext db, DateTimeOffset now)
{
    /// <summary>The most requests to sign in a day that a mailbox gets for one guest.</summary>
    public const int RequestsForGuest = 3;

    /// <summary>The most that it gets for all guests; families share mailboxes.</summary>
    public const int Requests = 10;

    /// <summary>The most copies of signed waivers. A guardian may sign for many children one by one.</summary>
    public const int Copies = 10;

    public static readonly TimeSpan Period = TimeSpan.FromDays(1);

    private readonly Dictionary<(string Kind, Guid Mailbox), int> counts = [];

    /// <summary>Reads the counts of many mailboxes with one query.</summary>
    public async Task Load(string kind, IReadOnlyCollection<Guid> mailboxes, CancellationToken cancel = default)
    {
        var found = await db.Outbox.Where(email => email.Mailbox != null && mailboxes.Contains(email.Mailbox.Value))
            .Where(IsCounted(kind, now))
            .GroupBy(email => email.Mailbox!.Value).Select(emails => new { emails.Key, Count = emails.Count() })
            .ToDictionaryAsync(emails => emails.Key, emails => emails.Count, cancel);
        foreach (var mailbox in mailboxes) counts[(kind, mailbox)] = found.GetValueOrDefault(mailbox);
    }

    /// <summary>Counts one more email to a mailbox; false if it has had the most it gets in a day.</summary>
    public async Task<bool> TryAdd(string kind, Guid mailbox, int most, CancellationToken cancel = default)
    {
        if (!counts.ContainsKey((kind, mailbox))) await Load(kind, [mailbox], cancel);
        if (counts[(kind, mailbox)] >= most) return false;
        counts[(kind, mailbox)]++;
        return true;
    }

    /// <summary>Whether an email counts: sent or waiting to be sent, and written in the last 24 hours.</summary>
    public static System.Linq.Expressions.Expression<Func<OutboxEmail, bool>> IsCounted(
        string kind, DateTimeOffset now)
    {
        var since = now - Period;
        return email => email.Kind == kind && email.CreatedAt > since && email.State != EmailState.NotNeeded;
    }
}
