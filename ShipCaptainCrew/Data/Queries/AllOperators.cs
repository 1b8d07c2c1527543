using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>
/// Queries across all operators, to find the operator of a person or an email, or the operators for which a job is due.
/// Use them for nothing else; all other queries set the operator first.
/// </summary>
public static class AllOperators
{
    public static IQueryable<T> AcrossOperators<T>(this AppDbContext db)
        where T : class, IOwned => db.Set<T>().IgnoreQueryFilters([AppDbContext.OperatorFilter]).AsNoTracking();

    /// <summary>The crew positions of charters of any operator.</summary>
    public static IQueryable<CrewPosition> PositionsOf(
        this AppDbContext db, IEnumerable<(Guid OperatorId, Guid Id)> charters) =>
        db.Set<CrewPosition>().FromSql($"""
            SELECT row.* FROM json_each({Keys(charters)}) AS charter
            JOIN places AS row ON row.OperatorId = charter.value ->> 0 AND row.CharterId = charter.value ->> 1
            """).IgnoreQueryFilters([AppDbContext.OperatorFilter]).AsNoTracking();

    /// <summary>The guests of charters of any operator.</summary>
    public static IQueryable<Guest> GuestsOf(
        this AppDbContext db, IEnumerable<(Guid OperatorId, Guid Id)> charters) =>
        db.Guests.FromSql($"""
            SELECT row.* FROM json_each({Keys(charters)}) AS charter
            JOIN guests AS row ON row.OperatorId = charter.value ->> 0 AND row.CharterId = charter.value ->> 1
            """).IgnoreQueryFilters([AppDbContext.OperatorFilter]).AsNoTracking();

    /// <summary>The notification claims about charters of any operator.</summary>
    public static IQueryable<NotificationClaim> ClaimsOf(
        this AppDbContext db, IEnumerable<(Guid OperatorId, Guid Id)> charters) =>
        db.NotificationClaims.FromSql($"""
            SELECT row.* FROM json_each({Keys(charters)}) AS charter
            JOIN nudges AS row ON row.OperatorId = charter.value ->> 0 AND row.CharterId = charter.value ->> 1
            """).IgnoreQueryFilters([AppDbContext.OperatorFilter]).AsNoTracking();

    /// <summary>
    /// The current operator's waivers signed from a template, whose id is only in the records' bodies.
    /// </summary>
    public static IQueryable<WaiverRecord> WaiversOf(this AppDbContext db, Guid templateId)
    {
        var bytes = Encoding.UTF8.GetBytes($"\"template\":{{\"id\":\"{templateId}\"");
        return db.Waivers.FromSql($"SELECT * FROM waivers WHERE instr(Body, {bytes}) > 0");
    }

    public static Task<bool> AnyOperatorHasSearchWords(this AppDbContext db, CancellationToken cancel) =>
        db.AcrossOperators<SearchWord>().AnyAsync(cancel);

    /// <summary>
    /// The row of the next email to send, of any operator; null if none is due. Sign-in emails come first, because
    /// people wait for them. Rows with a text as time, or with an unknown operator, are due too, or nobody would notice
    /// them.
    /// </summary>
    /// <param name="mandatory">The kinds that are sent even if their operator is suspended.</param>
    public static async Task<long?> NextEmail(
        this AppDbContext db, DateTimeOffset now, IReadOnlyCollection<string> mandatory)
    {
        var kinds = JsonSerializer.Serialize(mandatory);
        var rows = await db.Database.SqlQuery<long>($"""
            SELECT rowid AS Value FROM outbox
            WHERE State = 'Waiting' AND (NotBefore <= {now.UtcTicks} OR NotBefore >= '')
                AND (OperatorId IS NULL OR Kind IN (SELECT value FROM json_each({kinds}))
                    OR OperatorId NOT IN (SELECT Id FROM operators WHERE SuspendedAt IS NOT NULL))
            ORDER BY OperatorId IS NOT NULL, NotBefore, Id LIMIT 1
            """).ToListAsync();
        return rows.Count == 0 ? null : rows[0];
    }

    /// <summary>Writes the row of an email without changing it.</summary>
    /// <returns>Whether the email still waits.</returns>
    public static async Task<bool> TouchEmail(this AppDbContext db, long row) =>
        await db.Database.ExecuteSqlAsync(
            $"UPDATE outbox SET NotBefore = NotBefore WHERE rowid = {row} AND State = 'Waiting'") > 0;

    /// <summary>
    /// Tells the server that runs beside this process, in the transaction of a change (<see cref="OutsideChanges"/>).
    /// </summary>
    public static async Task TellServer(this AppDbContext db, CancellationToken cancel)
    {
        var next = await db.Database
            .SqlQueryRaw<long>("SELECT user_version + 1 AS Value FROM pragma_user_version").SingleAsync(cancel);
        await db.Database.ExecuteSqlRawAsync(
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {next}"), cancel);
    }

    /// <summary>The email in a row of the outbox, of any operator.</summary>
    public static async Task<OutboxEmail?> ReadEmail(this AppDbContext db, long row)
    {
        var found = await db.Outbox.FromSql($"SELECT * FROM outbox WHERE rowid = {row}")
            .IgnoreQueryFilters([AppDbContext.OperatorFilter]).AsNoTracking().ToListAsync();
        return found.FirstOrDefault();
    }

    /// <summary>Sets a row aside that cannot be read as an email.</summary>
    public static Task ParkEmail(this AppDbContext db, long row, string reason, DateTimeOffset at)
    {
        var state = $"{EmailState.Unreadable}";
        return db.Database.ExecuteSqlAsync(
            $"UPDATE outbox SET State = {state}, Answer = {reason}, SettledAt = {at.UtcTicks} WHERE rowid = {row}");
    }

    /// <summary>The rows of the current operator's emails, newest first, without the parked ones.</summary>
    /// <param name="until">When the first of them was created at the latest (UTC); null for any time.</param>
    public static Task<List<long>> EmailRows(this AppDbContext db, DateTimeOffset? until, int take) =>
        db.Database.SqlQuery<long>($"""
            SELECT rowid AS Value FROM outbox WHERE OperatorId = {db.OperatorId} AND State <> 'Unreadable'
                AND ({until?.UtcTicks} IS NULL OR CreatedAt <= {until?.UtcTicks})
            ORDER BY CreatedAt DESC, rowid DESC LIMIT {take}
            """).ToListAsync();

    /// <summary>The current operator's parked emails.</summary>
    public static Task<List<UnreadableEmail>> UnreadableEmails(this AppDbContext db) =>
        db.Database.SqlQuery<UnreadableEmail>($"""
            SELECT rowid AS Row, coalesce(CAST(Kind AS TEXT), '') AS Kind,
                CAST(Answer AS TEXT) AS Reason
            FROM outbox WHERE OperatorId = {db.OperatorId} AND State = 'Unreadable' ORDER BY rowid
            """).ToListAsync();

    /// <summary>How many emails of all operators wait or cannot be read.</summary>
    public static async Task<EmailCounts> CountEmails(this AppDbContext db)
    {
        var all = db.Outbox.IgnoreQueryFilters([AppDbContext.OperatorFilter]);
        return new()
        {
            Waiting = await all.CountAsync(email => email.State == EmailState.Waiting),
            Unreadable = await all.CountAsync(email => email.State == EmailState.Unreadable),
        };
    }

    /// <summary>Which of these keys emails of any operator have.</summary>
    public static Task<List<string>> ExistingEmails(this AppDbContext db, IReadOnlyCollection<string> keys) =>
        db.Outbox.IgnoreQueryFilters([AppDbContext.OperatorFilter])
            .Where(email => keys.Contains(email.Key)).Select(email => email.Key).ToListAsync();

    /// <summary>The keys of rows as JSON, written as ids are stored.</summary>
    private static string Keys(IEnumerable<(Guid OperatorId, Guid Id)> rows) =>
        JsonSerializer.Serialize(rows.Select(row => new[] { Stored(row.OperatorId), Stored(row.Id) }));

    private static string Stored(Guid id) => id.ToString().ToUpperInvariant();
}
