using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// To whoever signed, in the language they signed in: their copy, by link, and the record's hash. A mailbox we cannot
/// reach so holds what the waiver book must still say.
/// </summary>
public sealed class WaiverReceiptEmail(
    AppDbContext db, SignedLinks links, PendingLinks pendingLinks, Sender sender, IStringLocalizer<Text> l)
    : IEmailComposer
{
    public const string Kind = "waiver_receipt";

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var record = await db.Waivers.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.SubjectId, cancel);
        if (record?.Body is null) return null;
        var signed = WaiverContent.Read(record.Body);
        if ((signed.Email ?? await GuestsAddress(record, cancel)) is not { } address) return null;
        var charter = await db.Charters.AsNoTracking().FirstAsync(row => row.Id == record.CharterId, cancel);
        var link = pendingLinks.For(email.Id) ?? pendingLinks.Keep(email.Id, new(
            await links.Issue(LinkKind.Waiver, record.OperatorId, signed.GuestId, signed.GuestId,
                SignedLink.ExpiryFor(charter), cancel),
            ""));
        Languages.Speak(signed.Language);
        return Say(record, signed, new(signed.SignerName, address), link);
    }

    private EmailContent Say(WaiverRecord record, WaiverContent signed, Recipient to, Issued link) => new(
        to,
        l["Signed: {0}, {1}", signed.Template.Name, signed.Event.LocalDate.ToString(
            "d MMM yyyy", CultureInfo.CurrentCulture)],
        l["Thank you, {0}. Your reference is {1}.", signed.SignerName, record.Reference])
    {
        Language = signed.Language,
        Sender = signed.Operator.Name,
        Paragraphs = [l["This is your copy. The link shows the text as you signed it; print it or keep this letter."]],
        Facts =
        [
            new(l["Signed by"], signed.SignerName),
            .. signed.Children.Select(child => new EmailFact(l["For"], child.Name)),
            new(l["Charter"],
                $"{signed.Event.Vessel}, {signed.Event.LocalDate.ToString("d MMM yyyy", CultureInfo.CurrentCulture)}"),
            new(l["When"],
                $"{LocalTime.At(signed.SignedAt, TimeZoneInfo.FindSystemTimeZoneById(signed.TimeZone))
                    .ToString("d MMM yyyy, HH:mm:ss", CultureInfo.CurrentCulture)} ({signed.TimeZone})"),
            new(l["Record"], record.Seq.ToString(CultureInfo.InvariantCulture)),
            new(l["Hash"], Convert.ToHexStringLower(record.Hash)),
            new(l["Key"], record.KeyId),
        ],
        Act = new(l["See what you signed"], sender.Link($"{OpenPages.Receipt(link.Token)}?lang={signed.Language}")),
        Closing = l["Do not pass this link on: it shows what you signed."],
    };

    private Task<string?> GuestsAddress(WaiverRecord record, CancellationToken cancel) =>
        db.Guests.Where(row => row.Id == record.GuestId).Select(row => row.Email).FirstOrDefaultAsync(cancel);
}
