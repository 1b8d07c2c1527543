using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Actions;

/// <summary>Looks up what the gate asks about.</summary>
public sealed class GateKeeper(ShipDb db)
{
    /// <summary>What holds the boat now; nothing is what one wants.</summary>
    public async Task<IReadOnlyList<Blocker>> Blockers(Charter charter)
    {
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId);
        var lists = await db.Checklists.AsNoTracking().Include(row => row.Items.OrderBy(item => item.Ordinal))
            .Where(row => row.CharterId == charter.Id && row.Phase == Phase.PreDeparture).OrderBy(row => row.Ordinal).ToListAsync();
        var defects = await db.Defects.AsNoTracking().Where(row => row.VesselId == charter.VesselId && row.ClosedAt == null && row.Severity == Severity.NoSail).ToListAsync();
        return Gate.Of(charter, vessel, lists, defects, await Companies.Of(db, charter));
    }

    /// <summary>Whether as many came back as went out, by two people's count where two sailed.</summary>
    public async Task<IEnumerable<Warning>> CountedBack(Charter charter) =>
        (await Companies.Of(db, charter)).CountsBack(charter.Places.Count(place => !place.IsOpen)).Select(line => new Warning(line.Code, new Words("After the return: {0}", line.Says)));

    /// <summary>Once closed, its lists are history: what was required and left open is worth a word.</summary>
    public async Task<IReadOnlyList<Warning>> LeftOpen(Charter charter)
    {
        if (charter.Status != CharterStatus.Closed) return [];
        var open = await db.Checklists.Where(list => list.CharterId == charter.Id && list.Phase == Phase.PostReturn).SelectMany(list => list.Items)
            .CountAsync(item => item.Required && item.State != ItemState.Complete);
        var countedBack = await CountedBack(charter);
        return open switch
        {
            0 => [.. countedBack],
            1 => [new("items_left_open", "Closed with one put-to-bed item still open."), .. countedBack],
            _ => [new("items_left_open", new Words("Closed with {0} put-to-bed items still open.", open)), .. countedBack],
        };
    }
}
