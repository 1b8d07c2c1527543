using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions;

/// <summary>Keeping a charter's list of guests, and taking them aboard.</summary>
public sealed class GuestActions(ShipDb db, Change change)
{
    public Task<Outcome> Add(Viewer viewer, Guid charterId, Input input) => On(viewer, charterId, input, Right.KeepGuests, async (charter, by) =>
    {
        var details = GuestDetails.Read(input);
        if ((input.Refusal ?? Over(charter) ?? await NoRoom(charter)) is { } no) return no;
        var guest = new Guest(viewer.OperatorId, charterId, details, GuestSource.Office, by);
        await db.AddAsync(guest);
        return Outcome.New(guest.Id);
    });

    public Task<Outcome> Change(Viewer viewer, Guid charterId, Guid id, Input input) => With(viewer, charterId, id, input, Right.KeepGuests, (guest, _) =>
    {
        var details = GuestDetails.Read(input, guest.Details);
        if (input.Refusal is { } bad) return bad;
        guest.Change(details);
        return null;
    });

    /// <summary>Takes a guest off the list; what they signed stays.</summary>
    public Task<Outcome> Remove(Viewer viewer, Guid charterId, Guid id, Input input) => With(viewer, charterId, id, input, Right.KeepGuests, (guest, _) =>
    {
        if (guest.BoardedAt is not null) return Refusal.Conflict("aboard", new Words("{0} is aboard. Mark them ashore before taking them off the list.", guest.Name));
        guest.Remove();
        db.Remove(guest);
        return null;
    });

    /// <summary>Arrived, boarded, not coming: by whoever sails as crew.</summary>
    public Task<Outcome> Mark(Viewer viewer, Guid charterId, Guid id, Input input) => With(viewer, charterId, id, input, Right.SeeGuests, (guest, by) =>
    {
        var where = input.Choice<Whereabout>("where", null, required: "Say where the guest is.");
        if (input.Refusal is { } bad) return bad;
        guest.Mark(where!.Value, by);
        return null;
    });

    /// <summary>Takes a walk-up aboard the list, if there is room.</summary>
    public Task<Outcome> Place(Viewer viewer, Guid charterId, Guid id, Input input) => On(viewer, charterId, input, Right.SeeGuests, async (charter, _) =>
    {
        if (await Find(charterId, id) is not { } guest) return Refusal.NotFound();
        if ((input.Refusal ?? Over(charter)) is { } no) return no;
        if (!guest.IsPlaced && await NoRoom(charter) is { } full) return full;
        guest.Place();
        return Outcome.Done(id);
    });

    /// <summary>One more guest than the vessel may carry is refused, whoever adds them.</summary>
    internal async Task<Refusal?> NoRoom(Charter charter, int more = 1)
    {
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId);
        var coming = await db.Guests.CountAsync(row => row.CharterId == charter.Id && row.IsPlaced && row.NoShowAt == null);
        var room = Gate.Room(charter, vessel);
        return coming + more <= room ? null : Refusal.Conflict(
            Gate.OverCapacity, new Words("{0} may carry {1} guests on this charter, and {2} are on the list.", vessel.Name, room, coming), ("capacity", room));
    }

    internal static Refusal? Over(Charter charter) => charter.IsOver || charter.Status == CharterStatus.Returned
        ? Refusal.Conflict("charter_closed", new Words("This charter is {0}; its guests are history now.", charter.Status.Word()), ("state", Wire.Name(charter.Status)))
        : null;

    private Task<Outcome> On(Viewer viewer, Guid charterId, Input input, Right right, Func<Charter, By, Task<Outcome>> act) => change.Run(input, async by =>
    {
        if (await db.Charter(viewer, charterId) is not { } charter) return Refusal.NotFound();
        return viewer.MayNot(right, charter) is { } no ? no : await act(charter, by);
    });

    private Task<Outcome> With(Viewer viewer, Guid charterId, Guid id, Input input, Right right, Func<Guest, By, Refusal?> verb) => change.Run(input, async by =>
    {
        var charter = await db.Charter(viewer, charterId);
        var guest = charter is null ? null : await Find(charterId, id);
        if (charter is null || guest is null) return Refusal.NotFound();
        if (viewer.MayNot(right, charter) is { } no) return no;
        if ((input.Refusal ?? Over(charter) ?? verb(guest, by)) is { } refusal) return refusal;
        return Outcome.Done(id);
    });

    private Task<Guest?> Find(Guid charterId, Guid id) => db.Guests.FirstOrDefaultAsync(row => row.Id == id && row.CharterId == charterId);
}
