using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Data.Waivers;

public static class WaiverChoice
{
    /// <summary>The waiver that a charter's guests sign: its type's, else the operator's oldest; null where there is none.</summary>
    public static async Task<WaiverTemplate?> WaiverOf(this ShipDb db, Charter charter, CancellationToken cancel = default)
    {
        var byType = await db.CharterTypes.Where(row => row.Id == charter.CharterTypeId).Select(row => row.WaiverTemplateId).FirstOrDefaultAsync(cancel);
        return await db.WaiverTemplates.AsNoTracking().FirstOrDefaultAsync(row => row.Id == byType, cancel)
            ?? await db.WaiverTemplates.AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Id).FirstOrDefaultAsync(cancel);
    }
}
