using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>
/// One charter: when, who, what is to be done. Whole at first, then its body alone whenever something changed.
/// </summary>
public sealed class CharterPage(AppDbContext db, CrewList crewList, TimeProvider clock) : AppPage
{
    public CharterView View { get; private set; } = null!;

    /// <summary>
    /// Too many for the vessel, and who aboard is wanted elsewhere at the same time, for those who may change it.
    /// </summary>
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    public SeriesNeighbors? Series { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (Request.IsHtmx() && await RevisionOf(id) is var (revision, faults)
            && HttpContext.IsFresh(Me, revision, faults))
            return new EmptyResult();
        if (await CharterView.Load(db, Me, id) is not { } view) return NotFound();
        View = view;
        if (Me.May(Right.AssignCrew, view.Charter) && view.Charter.IsCrewOpen)
            Warnings = [.. view.Overload(Now), .. await crewList.Warnings(Me, view.Charter)];
        Series = await SeriesNeighbors.Of(db, Me, view.Charter);
        return Request.IsHtmx() ? new Fragment<CharterBody>(new { View, Warnings, Series, Viewer = Me, Now }) : Page();
    }

    /// <summary>A fault found or put right on another charter shows here too.</summary>
    private Task<Marks?> RevisionOf(Guid id) => db.Charters.Where(row => row.Id == id)
        .Select(
            row =>
                new Marks(row.Revision,
                    db.Defects.Count(defect => defect.VesselId == row.VesselId && defect.ClosedAt == null)))
        .FirstOrDefaultAsync();

    private sealed record Marks(long Revision, int Faults);
}
