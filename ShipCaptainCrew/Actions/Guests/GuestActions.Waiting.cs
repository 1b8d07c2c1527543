using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>Guests who are added by a shared link. They wait until the crew places or removes them.</summary>
public sealed partial class GuestActions
{
    /// <summary>Adds a guest by a link, while there is capacity.</summary>
    internal async Task<Outcome> Join(Charter charter, Input input, GuestSource source, Actor actor)
    {
        var details = GuestDetails.Read(input, nameMissing: "Enter your name.");
        TypedName.Check(input, "name", details.Name);
        TypedName.Check(input, "guardian_name", details.GuardianName);
        if ((input.Refusal ?? Left(charter) ?? await WaitingLimit.Refuse(db, charter.Id, actor)
            ?? (source == GuestSource.DockLink ? null : await NoRoom(charter))) is { } refusal)
            return refusal;
        var guest = new Guest(charter.OperatorId, charter.Id, details, source, actor);
        await db.AddAsync(guest);
        return Outcome.New(guest.Id);
    }

    /// <summary>
    /// Places a waiting guest on the list, if there is capacity. With <c>same_as</c>, the crew says that a guest on the
    /// list is the same person: that guest takes over the signature, and the waiting entry is removed.
    /// </summary>
    /// <returns>The guest on the list.</returns>
    public Task<Outcome> Place(Viewer viewer, Guid charterId, Guid id, Input input) =>
        WithOutcome(viewer, charterId, id, input, Right.SeeGuests, async (charter, guest, _) =>
    {
        var listedId = input.Id("same_as");
        var listed = listedId is { } given ? await Find(charterId, given) : null;
        if (listedId is not null && (listed is null || listed.Id == id))
            input.Error("same_as", "Choose a guest of this charter.");
        if ((input.Refusal ?? Over(charter)) is { } refusal) return refusal;
        return listed is null ? await Place(charter, guest) : Match(listed, guest);
    });

    /// <summary>Removes all who wait to be placed. What they signed is kept.</summary>
    public Task<Outcome> RemoveWaiting(Viewer viewer, Guid charterId, Input input) =>
        On(viewer, charterId, input, Right.KeepGuests, async (charter, _) =>
    {
        if ((input.Refusal ?? Over(charter)) is { } refusal) return refusal;
        var waiting = await db.Guests.Where(row => row.CharterId == charterId && !row.IsPlaced)
            .OrderBy(row => row.AddedAt).ThenBy(row => row.Id).ToListAsync();
        charter.RemoveWaiting(waiting);
        db.RemoveRange(waiting);
        return Outcome.Done(charterId);
    });

    private async Task<Outcome> Place(Charter charter, Guest guest)
    {
        if (!guest.IsPlaced && await NoRoom(charter) is { } full) return full;
        guest.Place();
        return Outcome.Done(guest.Id);
    }

    private Outcome Match(Guest listed, Guest waiting)
    {
        if (listed.Match(waiting) is { } refusal) return refusal;
        db.Remove(waiting);
        return Outcome.Done(listed.Id);
    }
}
