using Htmx;
using Microsoft.AspNetCore.Mvc;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Web;
using ShipCaptainCrew.Web.Answers;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>
/// One charter, with the next act of its viewer. htmx requests get the body alone. The guests of a small party are
/// boarded and counted here too, without another page.
/// </summary>
[KeptAnswer(Charter = "id")]
public sealed class CharterPage(
    AppDbContext db, Overlaps overlaps, GuestActions guests, MusterActions muster, TimeProvider clock) : AppPage
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
        await Prepare(view);
        return Request.IsHtmx() && HttpMethods.IsGet(Request.Method)
            ? new Fragment<CharterBody>(new { View, Warnings, Series, Notice, Viewer = Me, Now })
            : Page();
    }

    public Task<IActionResult> OnPostBoard(Guid id, Guid guest) =>
        Act(id, (viewer, charter, input) => guests.Mark(viewer, charter, guest, input));

    public Task<IActionResult> OnPostCount(Guid id) => Act(id, muster.Count);

    public Task<IActionResult> OnPostTalk(Guid id) => Act(id, muster.Orient);

    public Task<IActionResult> OnPostAshore(Guid id) => Act(id, muster.SendAshore);

    private async Task<IActionResult> Act(Guid id, Func<Viewer, Guid, Input, Task<Outcome>> action)
    {
        var input = await Request.ReadForm();
        var outcome = await action(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    private async Task Prepare(CharterView view)
    {
        View = view;
        if (Me.May(Right.AssignCrew, view.Charter) && view.Charter.IsCrewOpen)
            Warnings =
                [.. view.Overload(Now), .. await overlaps.Of(Me, view.Crew, view.Charter.Plan, view.Charter.Id)];
        Series = await SeriesNeighbors.Of(db, Me, view.Charter);
        if (view.Charter.TellsGuests(Now) && Me.May(Right.RunLifecycle, view.Charter))
            Notice = await LastNotice.Of(db, view.Charter.Id);
    }
}
