using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions;

/// <summary>Loads nouns through what this viewer may see, and says no in the contract's order: not there before not allowed.</summary>
public static class Desk
{
    public static readonly Words NotYours = "That is for somebody else aboard to do. Ask the office.";

    public static Refusal? MayNot(this Viewer viewer, Right right, Charter? charter = null) =>
        viewer.May(right, charter) ? null : Refusal.Forbidden(NotYours);

    public static async Task<Charter?> Charter(this ShipDb db, Viewer viewer, Guid id)
    {
        var charter = await db.Charters.FirstOrDefaultAsync(row => row.Id == id);
        return charter is not null && viewer.Sees(charter) ? charter : null;
    }
}
