using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>Looks up what a letter about a charter is about, unless there is no point in sending it any more.</summary>
public sealed class CharterContexts(AppDbContext db, TimeProvider clock)
{
    public async Task<CharterContext?> Find(OutboxEmail email, CancellationToken cancel)
    {
        if (await IsOvertaken(email, cancel)) return null;
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.CharterId, cancel);
        if (charter is null) return null;
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        Guid?[] concerned = [email.MemberId, email.SubjectId, PositionFacts.Of(email).By];
        var members = await db.Members.AsNoTracking().Where(row => concerned.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
        var context = new CharterContext(email, theOperator, charter, vessel.Name, members);
        return context.End < clock.GetUtcNow() ? null : context;
    }

    /// <summary>A later letter to the same person about the same matter says more.</summary>
    private Task<bool> IsOvertaken(OutboxEmail email, CancellationToken cancel) => db.Outbox.AnyAsync(
        other => other.CharterId == email.CharterId && other.MemberId == email.MemberId
            && other.SubjectId == email.SubjectId && other.Seq > email.Seq,
        cancel);
}
