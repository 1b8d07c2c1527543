using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Fleet;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Pages.Vessels;

/// <summary>The faults of a vessel: open ones, then recently closed ones.</summary>
public sealed class DefectsPage(AppDbContext db, DefectActions defects) : AppPage
{
    private const int ClosedShown = 50;

    public Vessel Vessel { get; private set; } = null!;

    public IReadOnlyList<Defect> Open { get; private set; } = [];

    /// <summary>The most recently closed faults, latest first.</summary>
    public IReadOnlyList<Defect> Closed { get; private set; } = [];

    public bool MayRaise { get; private set; }

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (await db.Vessels.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id) is not { } vessel)
            return NotFound();
        Vessel = vessel;
        var ofVessel = db.Defects.AsNoTracking().Where(row => row.VesselId == id);
        Open = [
            .. (await ofVessel.Where(row => row.ClosedAt == null).ToListAsync()).OrderByDescending(row => row.Severity)
                .ThenBy(row => row.Id)];
        Closed = await ofVessel.Where(row => row.ClosedAt != null)
            .OrderByDescending(row => row.ClosedAt)
            .Take(ClosedShown)
            .ToListAsync();
        MayRaise = await defects.May(Me, Right.WorkChecklist, id);
        return Page();
    }
}
