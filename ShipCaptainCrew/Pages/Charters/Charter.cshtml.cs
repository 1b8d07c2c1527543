using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Doors;
using ShipCaptainCrew.Pages.Charters;

namespace ShipCaptainCrew.Pages;

/// <summary>One charter: when, who, what is to be done. Whole at first, then its body alone whenever something changed.</summary>
public sealed class CharterPage(ShipDb db, CrewList crewList, TimeProvider clock) : ShipPage
{
    public CharterSheet Sheet { get; private set; } = null!;

    /// <summary>Too many for the vessel, and who aboard is wanted elsewhere at the same time, for those who may change it.</summary>
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    public SeriesNeighbours? Series { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (Request.IsHtmx() && await RevisionOf(id) is var (revision, faults) && HttpContext.IsFresh(Me, revision, faults)) return new EmptyResult();
        if (await CharterSheet.Load(db, Me, id) is not { } sheet) return NotFound();
        Sheet = sheet;
        if (Me.May(Right.AssignCrew, sheet.Charter) && sheet.Charter.IsCrewOpen) Warnings = [.. sheet.Overload(Now), .. await crewList.Warnings(Me, sheet.Charter)];
        Series = await SeriesNeighbours.Of(db, Me, sheet.Charter);
        return Request.IsHtmx() ? new Fragment<CharterBody>(new { Sheet, Warnings, Series, Viewer = Me, Now }) : Page();
    }

    /// <summary>A fault found or put right on another charter shows here too.</summary>
    private Task<Marks?> RevisionOf(Guid id) => db.Charters.Where(row => row.Id == id)
        .Select(row => new Marks(row.Revision, db.Defects.Count(defect => defect.VesselId == row.VesselId && defect.ClosedAt == null))).FirstOrDefaultAsync();

    private sealed record Marks(long Revision, int Faults);
}
