using System.Text;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>
/// The one place that looks past the fence between operators: to find out which operator a person or a letter belongs
/// to. What needs more than that enters the operator first.
/// </summary>
public static class AllOperators
{
    public static IQueryable<T> AcrossOperators<T>(this AppDbContext db)
        where T : class, IOwned => db.Set<T>().IgnoreQueryFilters([AppDbContext.OperatorFilter]).AsNoTracking();

    /// <summary>What was signed of a template, whose id stands in the records' bytes alone; within the fence.</summary>
    public static IQueryable<WaiverRecord> WaiversOf(this AppDbContext db, Guid templateId)
    {
        var needle = Encoding.UTF8.GetBytes($"\"template\":{{\"id\":\"{templateId}\"");
        return db.Waivers.FromSql($"SELECT * FROM waivers WHERE instr(Body, {needle}) > 0");
    }

    /// <summary>
    /// The next letter to send, whosever it is. Sign-in letters come first: somebody stands waiting for them.
    /// </summary>
    /// <param name="vital">The kinds that go out although their operator is suspended.</param>
    public static Task<OutboxEmail?> NextEmail(
        this AppDbContext db, DateTimeOffset now, IReadOnlyCollection<string> vital) =>
        db.Outbox.IgnoreQueryFilters([AppDbContext.OperatorFilter]).AsNoTracking()
            .Where(email => email.State == EmailState.Waiting && email.NotBefore <= now
                && (email.OperatorId == null || vital.Contains(email.Kind)
                    || db.ActiveOperators.Any(theOperator => theOperator.Id == email.OperatorId)))
            .OrderBy(email => email.OperatorId != null).ThenBy(email => email.NotBefore).ThenBy(email => email.Id)
            .FirstOrDefaultAsync();
}
