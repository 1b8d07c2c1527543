using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to the signer in the language they signed in: a link to their copy, and the record's hash. The hash in a
/// mailbox outside our control proves later that the record was not changed.
/// </summary>
public sealed class WaiverReceiptEmail(
    AppDbContext db, GuestMailLinks links, Sender sender, IStringLocalizer<Text> l)
    : IEmailComposer
{
    public const string Kind = "waiver_receipt";

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var record = await db.Waivers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.SubjectId, cancel);
        if (record?.Body is null) return null;
        var signed = WaiverContent.Read(record.Body);
        if ((signed.Email ?? await SignerAddress(record, signed, cancel)) is not { } address) return null;
        var charter = await db.Charters.AsNoTracking().FirstAsync(row => row.Id == record.CharterId, cancel);
        var link = new GuestLinkRequest(record.OperatorId, signed.GuestId, SignedLink.ExpiryFor(charter))
        {
            WaiverId = record.Id,
            Mailbox = MailboxId.Of(address),
        };
        if (await links.Issue(email, link, isGuestsAddress: signed.Email is null, cancel) is not { } token) return null;
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == record.OperatorId, cancel);
        Languages.Speak(signed.Language, theOperator.EffectiveLocale);
        return Write(record, signed, new(SignerOf(signed), address), token, theOperator) with
        {
            Sender = EmailSender.Of(theOperator),
        };
    }

    private static string SignerOf(WaiverContent signed) => TypedName.ForEmail(signed.SignerName);

    private EmailContent Write(
        WaiverRecord record, WaiverContent signed, Recipient to, string token, Operator theOperator) => new(
        to,
        l["Signed: {0}, {1}", signed.Template.Name, DateOf(signed)],
        l["Thank you, {0}. Your reference is {1}.", SignerOf(signed), record.Reference])
    {
        Language = signed.Language,
        Paragraphs = [l["This is your copy. The link shows the text as you signed it; print it or keep this email."]],
        Facts =
        [
            new(l["Signed by"], SignerOf(signed)),
            .. signed.Children.Select(child => new EmailFact(l["For"], TypedName.ForEmail(child.Name))),
            new(l["Charter"], $"{signed.Event.Vessel}, {DateOf(signed)}"),
            new(l["When"], SigningTime(signed, theOperator)),
            new(l["Record"], record.Seq.ToString(CultureInfo.InvariantCulture)),
            new(l["Hash"], Convert.ToHexStringLower(record.Hash)),
            new(l["Key"], record.KeyId),
        ],
        Action = new(l["See what you signed"], sender.Link($"{OpenPages.Receipt(token)}?lang={signed.Language}")),
        Closing = l["Do not share this link: it shows what you signed."],
    };

    private static string DateOf(WaiverContent signed) =>
        TimeText.Date(signed.Event.LocalDate);

    private string SigningTime(WaiverContent signed, Operator theOperator)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(signed.TimeZone);
        var at = TimeText.Of(signed.SignedAt, zone, TimeParts.Year | TimeParts.Seconds);
        return $"{at} ({l["{0} time", theOperator.PlaceOf(signed.TimeZone)]})";
    }

    /// <summary>
    /// The guest who signed is the first of these. If the crew matched that entry with a guest on the list, the guest
    /// there has the signature and the address.
    /// </summary>
    public static IQueryable<Guest> Signers(AppDbContext db, WaiverRecord record, WaiverContent signed)
    {
        var isMinor = signed.Children.Any(child => child.GuestId == record.GuestId);
        return db.Guests.AsNoTracking()
            .Where(row => row.Id == record.GuestId || (row.WaiverId == record.Id && row.IsMinor == isMinor))
            .OrderByDescending(row => row.Id == record.GuestId).ThenBy(row => row.AddedAt).ThenBy(row => row.Id);
    }

    private Task<string?> SignerAddress(WaiverRecord record, WaiverContent signed, CancellationToken cancel) =>
        Signers(db, record, signed).Select(row => row.Email).FirstOrDefaultAsync(cancel);
}
