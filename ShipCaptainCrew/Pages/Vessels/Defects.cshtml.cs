using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Fleet;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Pages.Vessels;

/// <summary>What is wrong with a vessel, and what was: open faults first.</summary>
public sealed class DefectsPage(AppDbContext db, DefectActions defects) : AppPage
{
    private const int Remembered = 50;

    public Vessel Vessel { get; private set; } = null!;

    public IReadOnlyList<Defect> Open { get; private set; } = [];

    /// <summary>The last that were put right, the latest first.</summary>
    public IReadOnlyList<Defect> Closed { get; private set; } = [];

    public bool MayRaise { get; private set; }

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await db.Vessels.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is not { } vessel)
            return NotFound();
        Vessel = vessel;
        var hers = db.Defects.AsNoTracking().Where(row => row.VesselId == id);
        Open = [
            .. (await hers.Where(row => row.ClosedAt == null).ToListAsync()).OrderByDescending(row => row.Severity)
                .ThenBy(row => row.Id)];
        Closed = await hers.Where(row => row.ClosedAt != null).OrderByDescending(row => row.ClosedAt).Take(Remembered)
            .ToListAsync();
        MayRaise = await defects.May(Me, Right.WorkChecklist, id);
        return Page();
    }
}
