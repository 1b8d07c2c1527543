using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>Loads the context of an email about a charter.</summary>
public sealed class CharterContexts(AppDbContext db, TimeProvider clock)
{
    /// <returns>
    /// Null if the email need not be sent: a later one replaces it, or the charter is deleted or over.
    /// </returns>
    public async Task<CharterContext?> Find(OutboxEmail email, CancellationToken cancel)
    {
        if (await IsReplaced(email, cancel)) return null;
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.CharterId, cancel);
        if (charter is null) return null;
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        Guid?[] memberIds = [email.MemberId, email.SubjectId, PositionFacts.Of(email).By];
        var members = await db.Members.AsNoTracking().Where(row => memberIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
        var context = new CharterContext(email, theOperator, charter, vessel.Name, members);
        return context.End < clock.GetUtcNow() ? null : context;
    }

    /// <summary>Whether there is a later email to the same person about the same subject.</summary>
    private Task<bool> IsReplaced(OutboxEmail email, CancellationToken cancel) => db.Outbox.AnyAsync(
        other => other.CharterId == email.CharterId && other.MemberId == email.MemberId
            && other.SubjectId == email.SubjectId && other.Seq > email.Seq,
        cancel);
}
