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
        WaiverView view, Guest signer, Signing signing, Input input, Actor actor)
    {
        var minors = view.Link.IsFromOffice ? await db.Guests.MinorsOf(signer) : [];
        var own = signer.IsMinor ? signing.IndexOf(signer) : -1;
        var listed = view.Link.IsFromOffice && signer.IsPlaced ? await NamesOn(view.Charter.Id) : null;
        var found = new List<Guest>();
        foreach (var child in signing.Children)
        {
            var guest = found.Count == own ? signer : Listed(minors, child, input);
            if (guest is null)
            {
                var isPlaced = listed?.Add(FoldedText.Of(child.Name)) == true;
                await db.AddAsync(guest = NewChild(signer, child, signing.SignerName, isPlaced, actor));
            }

            minors.Remove(guest);
            found.Add(guest);
        }

        return (found, input.Refusal ?? await NoRoomFor(view, found, actor));
    }

    /// <summary>
    /// The minor of this name; of a similar name, if the signer says that it is this child. Null for another child.
    /// </summary>
    private static Guest? Listed(List<Guest> minors, Child child, Input input)
    {
        var name = new PersonName(child.Name);
        if ((minors.Find(minor => minor.Name == child.Name)
            ?? minors.Find(minor => new PersonName(minor.Name).IsSame(name))) is { } same)
            return same;
        var similar = minors.Find(minor => !minor.HasSigned && new PersonName(minor.Name).IsSimilar(name));
        if (similar is null || child.IsAnother) return null;
        if (!child.WasAsked)
            input.Error($"children[{child.Row}].name", new LocalizedText(Child.Question, similar.Name));
        return similar;
    }

    /// <param name="isPlaced">
    /// Whether the child is put on the list, as a guardian with a link of the office does. Other children wait for the
    /// crew, as does one with the name of somebody on the list: only the crew can say whether it is the same child.
    /// </param>
    private static Guest NewChild(Guest signer, Child child, string guardian, bool isPlaced, Actor actor)
    {
        var details = new GuestDetails { Name = child.Name, IsMinor = true, GuardianName = guardian };
        var source = signer.Source == GuestSource.DockLink ? GuestSource.DockLink : GuestSource.PartyLink;
        return new(signer.OperatorId, signer.CharterId, details, source, actor, isPlaced);
    }

    /// <summary>The names of those on a charter's list, folded.</summary>
    private async Task<HashSet<string>> NamesOn(Guid charterId)
    {
        var names = await db.Guests.Where(row => row.CharterId == charterId && row.IsPlaced).Select(row => row.Name)
            .ToListAsync();
        return names.Select(FoldedText.Of).ToHashSet();
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
