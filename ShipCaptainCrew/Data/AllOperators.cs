using System.Text;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data;

/// <summary>
/// The one place that looks past the fence between operators: to find out which operator a person or a letter belongs to.
/// What needs more than that enters the operator first.
/// </summary>
public static class AllOperators
{
    public static IQueryable<T> Everywhere<T>(this ShipDb db)
        where T : class, IOwned => db.Set<T>().IgnoreQueryFilters([ShipDb.OperatorFence]).AsNoTracking();

    /// <summary>What was signed of a template, whose id stands in the records' bytes alone; within the fence.</summary>
    public static IQueryable<WaiverRecord> WaiversOf(this ShipDb db, Guid templateId)
    {
        var needle = Encoding.UTF8.GetBytes($"\"template\":{{\"id\":\"{templateId}\"");
        return db.Waivers.FromSql($"SELECT * FROM waivers WHERE instr(Body, {needle}) > 0");
    }

    /// <summary>The next letter to send, whosever it is. Sign-in letters come first: somebody stands waiting for them.</summary>
    /// <param name="vital">The kinds that go out although their operator is suspended.</param>
    public static Task<Letter?> NextLetter(this ShipDb db, DateTimeOffset now, IReadOnlyCollection<string> vital) =>
        db.Letters.IgnoreQueryFilters([ShipDb.OperatorFence]).AsNoTracking()
            .Where(letter => letter.State == LetterState.Waiting && letter.NotBefore <= now
                && (letter.OperatorId == null || vital.Contains(letter.Kind) || db.OpenOperators.Any(house => house.Id == letter.OperatorId)))
            .OrderBy(letter => letter.OperatorId != null).ThenBy(letter => letter.NotBefore).ThenBy(letter => letter.Id)
            .FirstOrDefaultAsync();
}
