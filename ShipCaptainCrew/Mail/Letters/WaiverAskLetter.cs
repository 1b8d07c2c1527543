using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Waivers;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To a guest who has not signed yet, with the link to their waiver. The link is made now; a letter tried again carries the same.</summary>
public sealed class WaiverAskLetter(ShipDb db, SignedLinks links, LinksInHand hand, Letterhead head, TimeProvider clock, IStringLocalizer<Text> l) : IWriter
{
    public const string Kind = "waiver_ask";

    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        Languages.Speak(Languages.English);
        var guest = await db.Guests.AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.SubjectId, cancel);
        if (guest?.Email is null || guest.HasSigned || guest.NoShowAt is not null) return null;
        var charter = await db.Charters.AsNoTracking().FirstAsync(row => row.Id == guest.CharterId, cancel);
        if (!IsAhead(charter) || await db.WaiverOf(charter, cancel) is null) return null;
        var house = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == guest.OperatorId, cancel);
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        return Say(new(letter, house, charter, vessel.Name, new Dictionary<Guid, Member>()), guest, await db.WardsOf(guest, cancel), await Link(letter, guest, charter, cancel));
    }

    private Sheet Say(Matter matter, Guest guest, IReadOnlyList<string> wards, Issued link) => new(
        new(guest.Name, guest.Email!), l["Please sign your waiver: {0}", matter.Trip], l["Please sign before you come aboard {0}, {1}.", matter.Vessel, matter.When])
    {
        Sender = matter.House.Name,
        Says =
        [
            guest.IsMinor ? l["{0} is a minor: a parent or legal guardian signs. It takes two minutes, on any phone, without an account.", guest.Name] : l["It takes two minutes, on any phone, without an account."],
            .. wards.Count == 0 ? Array.Empty<string>() : [l["You are named as the one who signs for {0}: you do so on the same page.", string.Join(", ", wards)]],
            l["The page is in English and Spanish."],
        ],
        Facts =
        [
            new(l["Charter"], matter.Charter.Title.Length > 0 ? matter.Charter.Title : null),
            new(l["Guest"], guest.Name),
            new(l["Guests arrive"], matter.Clock(matter.Charter.GuestsArriveAt)),
            new(l["Meeting point"], matter.Charter.MeetingPoint),
        ],
        Act = new(l["Read and sign"], head.Link($"{OpenPages.Waiver(link.Token)}?by=mail")),
        Closing = l["You get this because you are on the guest list of {0}. The link is yours alone: whoever has it can sign for you.", matter.House.Name],
    };

    private async Task<Issued> Link(Letter letter, Guest guest, Charter charter, CancellationToken cancel) =>
        hand.For(letter.Id) ?? hand.Keep(letter.Id, new(await links.Issue(LinkKind.Waiver, guest.OperatorId, guest.Id, guest.Id, SignedLink.ExpiryFor(charter), cancel), ""));

    private bool IsAhead(Charter charter) =>
        charter.AwaitsDeparture && (charter.PlannedEnd ?? charter.SortAt.AddDays(1)) > clock.GetUtcNow();
}
