using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>
/// Records a charter's head counts, safety orientation and incidents, and sends the manifest ashore.
/// </summary>
public sealed class MusterActions(AppDbContext db, Change change)
{
    private const int MostHeads = 2000;

    /// <summary>Records the viewer's own head count; nobody records one for another member.</summary>
    public Task<Outcome> Count(Viewer viewer, Guid charterId, Input input) =>
        On(viewer, charterId, input, Right.SeeGuests, async (charter, actor) =>
    {
        var which = input.Choice<CountOf>(
            "which", null, required: "Choose whether this is the count before departure or after the return.");
        var guests = input.Whole("guests", null, 0, MostHeads, required: "Enter how many guests you counted.");
        if ((input.Refusal ?? Closed(charter) ?? (which == CountOf.Return ? NotSailed(charter) : null)) is { } refusal)
            return refusal;
        (await Of(charter)).Count(which!.Value, guests!.Value, actor);
        return null;
    });

    public Task<Outcome> Orient(Viewer viewer, Guid charterId, Input input) =>
        On(viewer, charterId, input, Right.SeeGuests, async (charter, actor) =>
    {
        var topics = OrientationTopics.Read(input);
        if ((input.Refusal ?? Closed(charter)) is { } refusal) return refusal;
        (await Of(charter)).Orient(topics!, actor);
        return null;
    });

    /// <summary>
    /// Mails the manifest and the count to the shore contact of the standing orders, else to the office.
    /// </summary>
    public Task<Outcome> SendAshore(Viewer viewer, Guid charterId, Input input) =>
        On(viewer, charterId, input, Right.KeepGuests, async (charter, actor) =>
    {
        if ((input.Refusal ?? Closed(charter)) is { } refusal) return refusal;
        var boarded = await db.Guests.CountAsync(row => row.CharterId == charterId && row.BoardedAt != null);
        var ashore = (await db.StandingOrders.AsNoTracking().FirstOrDefaultAsync())?.ShoreContact;
        (await Of(charter)).SendAshore(boarded, ashore?.Email is { } address ? ashore.Name ?? address : "", actor);
        return null;
    });

    public Task<Outcome> NoteIncident(Viewer viewer, Guid charterId, Input input) =>
        On(viewer, charterId, input, Right.KeepGuests, async (charter, actor) =>
    {
        var what = input.Text("what", max: InputLimits.Text, required: "Say in a few words what happened.");
        if (input.Refusal is { } invalid) return invalid;
        (await Of(charter)).NoteIncident(what!, actor);
        return null;
    });

    private Task<Outcome> On(
        Viewer viewer, Guid charterId, Input input, Right right, Func<Charter, Actor, Task<Refusal?>> apply) =>
        change.Run(input, async actor =>
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
        if ((viewer.MayNot(right, charter) ?? await apply(charter, actor)) is { } refusal) return refusal;
        return Outcome.Done(charterId);
    });

    private async Task<Muster> Of(Charter charter)
    {
        if (await db.Musters.FirstOrDefaultAsync(row => row.CharterId == charter.Id) is { } muster) return muster;
        return (await db.AddAsync(new Muster(charter.OperatorId, charter.Id))).Entity;
    }

    private static Refusal? Closed(Charter charter) => charter.IsOver
        ? charter.TooLateToChange("This charter is {0}; its head counts can no longer be changed.")
        : null;

    private static Refusal? NotSailed(Charter charter) => charter.Status < CharterStatus.Underway
        ? charter.WrongState("This charter is {0}. The count after the return comes after lines off.")
        : null;
}
