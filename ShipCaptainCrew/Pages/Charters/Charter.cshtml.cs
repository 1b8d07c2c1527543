using Htmx;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web.Answers;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>One charter. htmx requests get the body alone.</summary>
[KeptAnswer(Charter = "id")]
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
}
