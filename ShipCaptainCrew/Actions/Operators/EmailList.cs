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
    /// <param name="alertStart">
    /// Emails since then (UTC) that were not delivered come before the others at the beginning of the list.
    /// </param>
    /// <param name="before">Where the list continues; null for its beginning.</param>
    /// <param name="take">How many emails to read at most, and how many to put before them.</param>
    public async Task<EmailPage> Read(Guid? charterId, DateTimeOffset alertStart, ListPosition? before, int take)
    {
        var parked = await db.UnreadableEmails();
        try
        {
            var first = before is null ? await Undelivered(charterId, alertStart, take) : [];
            var shown = first.ConvertAll(email => email.Id);
            var emails = await Of(charterId)
                .Where(email => email.State != EmailState.Unreadable && !shown.Contains(email.Id))
                .NewestFirst(before).Take(take).ToListAsync();
            return new(first, emails, parked);
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is null)
        {
            var (readable, unreadable) = await ReadEach(await db.EmailRows(before?.At, take));
            return new([], readable.FindAll(email => charterId == null || email.CharterId == charterId),
                [.. parked, .. unreadable]);
        }
    }

    private Task<List<OutboxEmail>> Undelivered(Guid? charterId, DateTimeOffset since, int take) =>
        Of(charterId).Where(email => email.State == EmailState.NotDelivered && email.CreatedAt >= since)
            .NewestFirst(before: null).Take(take).ToListAsync();

    private IQueryable<OutboxEmail> Of(Guid? charterId) =>
        db.Outbox.AsNoTracking().Where(email => charterId == null || email.CharterId == charterId);

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

/// <summary>A part of the list of emails.</summary>
/// <param name="Undelivered">Recent emails that were not delivered, at the beginning of the list; else none.</param>
/// <param name="Others">The emails that follow, newest first.</param>
/// <param name="Unreadable">Rows that cannot be read; they are in no list.</param>
public sealed record EmailPage(
    IReadOnlyList<OutboxEmail> Undelivered, IReadOnlyList<OutboxEmail> Others,
    IReadOnlyList<UnreadableEmail> Unreadable);
