using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>Loads a charter's guests with its muster.</summary>
public static class GuestManifests
{
    public static async Task<GuestManifest> Of(AppDbContext db, Charter charter)
    {
        var guests = await db.Guests.AsNoTracking().Where(row => row.CharterId == charter.Id)
            .OrderBy(row => row.AddedAt).ThenBy(row => row.Id).ToListAsync();
        var muster = await db.Musters.AsNoTracking().FirstOrDefaultAsync(row => row.CharterId == charter.Id);
        return new(guests, muster, guests.Count > 0 && await db.WaiverOf(charter) is not null);
    }
}
