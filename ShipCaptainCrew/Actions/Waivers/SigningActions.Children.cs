using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Guests;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>The children that somebody signs for.</summary>
public sealed partial class SigningActions
{
    /// <summary>
    /// Finds the guest of each child: the guest whose link it is, or a minor whose guardian, as the list says, is this
    /// guest, if the office issued the link. For all other children a new guest is added. A name alone signs for nobody
    /// on the list and does not show who is on it.
    /// </summary>
    private async Task<(IReadOnlyList<Guest> Guests, Refusal? Refusal)> Children(
        WaiverView view, Guest signer, Signing signing, Actor actor)
    {
        var minors = view.Link.IsFromOffice ? await db.Guests.MinorsOf(signer) : [];
        var own = signer.IsMinor ? signing.IndexOf(signer) : -1;
        var found = new List<Guest>();
        foreach (var child in signing.Children)
        {
            var listed = found.Count == own
                ? signer
                : minors.Find(minor => Signing.SameName(minor.Name, child.Name) && !found.Contains(minor));
            found.Add(listed ?? await NewChild(view, signer, child, signing.SignerName, actor));
        }

        return (found, await NoRoomFor(view, found, actor));
    }

    /// <summary>
    /// A guardian with a link of the office puts children on the list. Other children wait for the crew, as does one
    /// with the name of somebody on the list: only the crew can say whether it is the same child.
    /// </summary>
    private async Task<Guest> NewChild(
        WaiverView view, Guest signer, Child child, string guardian, Actor actor)
    {
        var isPlaced = view.Link.IsFromOffice && signer.IsPlaced && !await IsListed(view.Charter.Id, child.Name);
        var details = new GuestDetails { Name = child.Name, IsMinor = true, GuardianName = guardian };
        var source = signer.Source == GuestSource.DockLink ? GuestSource.DockLink : GuestSource.PartyLink;
        var guest = new Guest(signer.OperatorId, view.Charter.Id, details, source, actor, isPlaced);
        await db.AddAsync(guest);
        return guest;
    }

    private async Task<bool> IsListed(Guid charterId, string name)
    {
        var names = await db.Guests.Where(row => row.CharterId == charterId && row.IsPlaced).Select(row => row.Name)
            .ToListAsync();
        return names.Exists(listed => Signing.SameName(listed, name));
    }

    /// <summary>Refuses when the new guests exceed the capacity, or those who may wait.</summary>
    private async Task<Refusal?> NoRoomFor(WaiverView view, IReadOnlyList<Guest> children, Actor actor)
    {
        var added = children.Where(guest => db.Entry(guest).State == EntityState.Added).ToList();
        var (placed, waiting) = (added.Count(guest => guest.IsPlaced), added.Count(guest => !guest.IsPlaced));
        return (placed == 0 ? null : await guests.NoRoom(view.Charter, placed))
            ?? (waiting == 0 ? null : await WaitingLimit.Refuse(db, view.Charter.Id, actor, waiting));
    }
}
