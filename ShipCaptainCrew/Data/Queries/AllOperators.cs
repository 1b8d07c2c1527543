using System.Text;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>
/// Queries across all operators, to find the operator of a person or an email. Use them for nothing else; all other
/// queries set the operator first.
/// </summary>
public static class AllOperators
{
    public static IQueryable<T> AcrossOperators<T>(this AppDbContext db)
        where T : class, IOwned => db.Set<T>().IgnoreQueryFilters([AppDbContext.OperatorFilter]).AsNoTracking();

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
    /// The next email to send, of any operator. Sign-in emails come first, because people wait for them.
    /// </summary>
    /// <param name="mandatory">The kinds that are sent even if their operator is suspended.</param>
    public static Task<OutboxEmail?> NextEmail(
        this AppDbContext db, DateTimeOffset now, IReadOnlyCollection<string> mandatory) =>
        db.Outbox.IgnoreQueryFilters([AppDbContext.OperatorFilter]).AsNoTracking()
            .Where(email => email.State == EmailState.Waiting && email.NotBefore <= now
                && (email.OperatorId == null || mandatory.Contains(email.Kind)
                    || db.ActiveOperators.Any(row => row.Id == email.OperatorId)))
            .OrderBy(email => email.OperatorId != null).ThenBy(email => email.NotBefore).ThenBy(email => email.Id)
            .FirstOrDefaultAsync();
}
