using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>Reads the emails of the current operator for the office.</summary>
public sealed class EmailList(AppDbContext db)
{
    /// <summary>Some emails, newest first, and all rows that are known to be unreadable.</summary>
    /// <param name="charterId">The charter whose emails are read; null for all.</param>
    /// <param name="alertStart">Emails since then (UTC) that were not delivered come before the others.</param>
    /// <param name="skip">How many emails to leave out.</param>
    /// <param name="take">How many emails to read at most.</param>
    public async Task<(List<OutboxEmail> Emails, List<UnreadableEmail> Unreadable)> Read(
        Guid? charterId, DateTimeOffset alertStart, int skip, int take)
    {
        var parked = await db.UnreadableEmails();
        try
        {
            var emails = await db.Outbox.AsNoTracking()
                .Where(email => email.State != EmailState.Unreadable
                    && (charterId == null || email.CharterId == charterId))
                .OrderByDescending(email => email.State == EmailState.NotDelivered && email.CreatedAt >= alertStart)
                .ThenByDescending(email => email.Id)
                .Skip(skip).Take(take).ToListAsync();
            return (emails, parked);
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is null)
        {
            var (readable, unreadable) = await ReadEach(await db.EmailRows(skip, take));
            return (readable.FindAll(email => charterId == null || email.CharterId == charterId),
                [.. parked, .. unreadable]);
        }
    }

    /// <summary>Reads row by row, so that one that cannot be read does not hide the others.</summary>
    private async Task<(List<OutboxEmail> Readable, List<UnreadableEmail> Unreadable)> ReadEach(List<long> rows)
    {
        var (readable, unreadable) = (new List<OutboxEmail>(), new List<UnreadableEmail>());
        foreach (var row in rows)
        {
            try
            {
                if (await db.ReadEmail(row) is { } email) readable.Add(email);
            }
            catch (Exception failure) when (StorageFailure.Of(failure) is null)
            {
                unreadable.Add(new() { Row = row, Kind = "", Reason = failure.GetType().Name });
            }
        }

        return (readable, unreadable);
    }
}
