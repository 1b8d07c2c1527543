using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to a guest who has not signed, with the link to their waiver. The link is created when the email is sent; a
/// retry contains the same link.
/// </summary>
public sealed class WaiverRequestEmail(
    AppDbContext db,
    GuestMailLinks links,
    Sender sender,
    TimeProvider clock,
    IStringLocalizer<Text> l)
    : IEmailComposer
{
    public const string Kind = "waiver_ask";

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var guest = await db.Guests.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.SubjectId, cancel);
        if (guest?.Email is null || guest.HasSigned || !guest.IsComing) return null;
        if (await IsStopped(email, guest.Email, cancel)) return null;
        var charter = await db.Charters.AsNoTracking().FirstAsync(row => row.Id == guest.CharterId, cancel);
        if (!IsAhead(charter) || await db.WaiverOf(charter, cancel) is null) return null;
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == guest.OperatorId, cancel);
        var vessel = await db.Vessels.AsNoTracking().FirstAsync(row => row.Id == charter.VesselId, cancel);
        var wards = guest.IsFromOffice ? await db.WardsOf(guest, cancel) : [];
        return await Link(email, guest, charter, cancel) is { } token
            ? Write(new(email, theOperator, charter, vessel.Name, new Dictionary<Guid, Member>()), guest,
                [.. wards.Select(TypedName.ForEmail)], token)
            : null;
    }

    /// <summary>Whether it is a reminder to a mailbox that turned reminders off after it was written.</summary>
    private async Task<bool> IsStopped(OutboxEmail email, string address, CancellationToken cancel)
    {
        var mailbox = MailboxId.Of(address);
        return WaiverRequestFacts.Of(email).Reminder
            && await db.ReminderStops.AnyAsync(stop => stop.Mailbox == mailbox, cancel);
    }

    private EmailContent Write(CharterContext context, Guest guest, IReadOnlyList<string> wards, string token) => new(
        new(NameOf(guest), guest.Email!), l["Please sign your waiver: {0}", context.Trip],
        l["Please sign before you come aboard {0}, {1}.", context.Vessel, context.When])
    {
        Sender = EmailSender.Of(context.Operator),
        Paragraphs =
        [
            guest.IsMinor
                ? l[
                    "{0} is a minor: a parent or legal guardian signs. It takes two minutes, on any "
                    + "phone, without an account.",
                    NameOf(guest)]
                : l["It takes two minutes, on any phone, without an account."],
            .. wards.Count == 0 ? Array.Empty<string>() : [SignsFor(wards)],
            l["The page is in English and Spanish."],
        ],
        Facts =
        [
            new(l["Charter"], context.Charter.Title.Length > 0 ? context.Charter.Title : null),
            new(l["Guest"], NameOf(guest)),
            new(l["Guests arrive"], context.Clock(context.Charter.GuestsArriveAt)),
            new(l["Meeting point"], context.Charter.MeetingPoint),
        ],
        Action = new(l["Read and sign"], sender.Link($"{OpenPages.Waiver(token)}?by=mail")),
        Closing =
            l[
                "You get this because you are on the guest list of {0}. The link is only for you: anyone who has it "
                + "can sign for you.",
                context.Operator.Name],
    };

    private string SignsFor(IReadOnlyList<string> wards) =>
        l["You are listed as the person who signs for {0}: you can do that on the same "
            + "page.", string.Join(", ", wards)];

    private static string NameOf(Guest guest) => TypedName.ForEmail(guest.Name);

    /// <summary>A link to an address that a stranger may have typed acts for its own guest only.</summary>
    private Task<string?> Link(OutboxEmail email, Guest guest, Charter charter, CancellationToken cancel)
    {
        var request = new GuestLinkRequest(guest.OperatorId, guest.Id, SignedLink.ExpiryFor(charter))
        {
            IsFromOffice = guest.IsFromOffice,
            Mailbox = MailboxId.Of(guest.Email!),
        };
        return links.Issue(email, request, isGuestsAddress: true, cancel);
    }

    private bool IsAhead(Charter charter) =>
        charter.AwaitsDeparture && (charter.PlannedEnd ?? charter.SortAt.AddDays(1)) > clock.GetUtcNow();
}
