using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Mail;

/// <summary>Looks up what a letter about a charter is about, unless there is no point in sending it any more.</summary>
public sealed class Matters(ShipDb db, TimeProvider clock)
{
    public async Task<Matter?> Find(Letter letter, CancellationToken cancel)
    {
        if (await IsOvertaken(letter, cancel)) return null;
        var charter = await db.Charters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.CharterId, cancel);
        if (charter is null) return null;
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        var house = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == letter.OperatorId, cancel);
        Guid?[] concerned = [letter.MemberId, letter.SubjectId, PlaceFacts.Of(letter).By];
        var members = await db.Members.AsNoTracking().Where(row => concerned.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var matter = new Matter(letter, house, charter, vessel.Name, members);
        return matter.End < clock.GetUtcNow() ? null : matter;
    }

    /// <summary>A later letter to the same person about the same matter says more.</summary>
    private Task<bool> IsOvertaken(Letter letter, CancellationToken cancel) => db.Letters.AnyAsync(
        other => other.CharterId == letter.CharterId && other.MemberId == letter.MemberId && other.SubjectId == letter.SubjectId && other.Seq > letter.Seq, cancel);
}
