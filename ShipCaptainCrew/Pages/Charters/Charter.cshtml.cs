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

/// <summary>One charter. htmx requests get the body alone, and only when something changed.</summary>
public sealed class CharterPage(AppDbContext db, CrewList crewList, TimeProvider clock) : AppPage
{
    public CharterView View { get; private set; } = null!;

    /// <summary>Capacity and overlapping crew assignments; empty for viewers who may not assign crew.</summary>
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    public SeriesNeighbors? Series { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (Request.IsHtmx() && await StateOf(id) is var (revision, openDefects)
            && HttpContext.IsFresh(Me, revision, openDefects))
            return new EmptyResult();
        if (await CharterView.Load(db, Me, id) is not { } view) return NotFound();
        View = view;
        if (Me.May(Right.AssignCrew, view.Charter) && view.Charter.IsCrewOpen)
            Warnings = [.. view.Overload(Now), .. await crewList.Warnings(Me, view.Charter)];
        Series = await SeriesNeighbors.Of(db, Me, view.Charter);
        return Request.IsHtmx() ? new Fragment<CharterBody>(new { View, Warnings, Series, Viewer = Me, Now }) : Page();
    }

    /// <summary>
    /// Includes the vessel's open defects, because they also change when one is raised or closed on another charter.
    /// </summary>
    private Task<PageState?> StateOf(Guid id) => db.Charters
        .Where(row => row.Id == id)
        .Select(row => new PageState(
            row.Revision,
            db.Defects.Count(defect => defect.VesselId == row.VesselId && defect.ClosedAt == null)))
        .FirstOrDefaultAsync();

    private sealed record PageState(long Revision, int OpenDefects);
}
