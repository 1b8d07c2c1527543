using Htmx;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>One charter. htmx requests get the body alone, and only when something changed.</summary>
public sealed class CharterPage(AppDbContext db, Overlaps overlaps, TimeProvider clock) : AppPage
{
    public CharterView View { get; private set; } = null!;

    /// <summary>Capacity and overlapping crew assignments; empty for viewers who may not assign crew.</summary>
    public IReadOnlyList<Warning> Warnings { get; private set; } = [];

    public SeriesNeighbors? Series { get; private set; }

    /// <summary>What became of the emails about its last change, for those who run it.</summary>
    public LastNotice? Notice { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    public async Task<IActionResult> OnGet(Guid id)
    {
        if (Request.IsHtmx() && await StateOf(id) is var (revision, openDefects, waitingEmails)
            && HttpContext.IsFresh(Me, revision, openDefects, waitingEmails))
            return new EmptyResult();
        if (await CharterView.Load(db, Me, id) is not { } view) return NotFound();
        View = view;
        if (Me.May(Right.AssignCrew, view.Charter) && view.Charter.IsCrewOpen)
            Warnings =
                [.. view.Overload(Now), .. await overlaps.Of(Me, view.Crew, view.Charter.Plan, view.Charter.Id)];
        Series = await SeriesNeighbors.Of(db, Me, view.Charter);
        if (view.Charter.TellsGuests(Now) && Me.May(Right.RunLifecycle, view.Charter))
            Notice = await LastNotice.Of(db, id);
        return Request.IsHtmx()
            ? new Fragment<CharterBody>(new { View, Warnings, Series, Notice, Viewer = Me, Now })
            : Page();
    }

    /// <summary>
    /// Includes the vessel's open defects, because they also change when one is raised or closed on another charter,
    /// and the emails about it that wait, because they are sent without a change of the charter.
    /// </summary>
    private Task<PageState?> StateOf(Guid id) => db.Charters
        .Where(row => row.Id == id)
        .Select(row => new PageState(
            row.Revision,
            db.Defects.Count(defect => defect.VesselId == row.VesselId && defect.ClosedAt == null),
            db.Outbox.Count(email => email.CharterId == id && email.State == EmailState.Waiting)))
        .FirstOrDefaultAsync();

    private sealed record PageState(long Revision, int OpenDefects, int WaitingEmails);
}
