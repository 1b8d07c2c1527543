using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to the owners: the last waiver record, to be kept where nobody with access to the server can change it.
/// </summary>
public sealed class WaiverAnchorEmail(AppDbContext db, Sender sender, IStringLocalizer<Text> l) : IEmailComposer
{
    public const string Kind = "waiver_anchor";

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().FirstAsync(row => row.Id == email.MemberId, cancel);
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        if (!member.CanSignIn) return null;
        var anchor = WaiverAnchor.Of(email);
        var to = new Recipient(member.Name, member.Email);
        var content = anchor.Fault is null ? End(to, anchor, theOperator.Id) : Alarm(to, anchor.Fault);
        return content with
        {
            Sender = EmailSender.Of(theOperator),
            Action = theOperator.SuspendedAt is null
                ? new(l["See the signed waivers"], sender.Link(new OperatorPages(theOperator.Slug).WaiverBook))
                : null,
        };
    }

    private EmailContent End(Recipient to, WaiverAnchor anchor, Guid operatorId) => new(
        to, l["Signed waivers: record {0}", anchor.Seq],
        l[
            "Keep this email. It proves which signed waivers existed today: if one of them is removed or changed, it "
            + "shows."])
    {
        Facts =
        [
            new(l["Operator"], operatorId.ToString()),
            new(l["Last record"], anchor.Seq.ToString(CultureInfo.InvariantCulture)),
            new(l["Its hash"], anchor.Hash),
            new(l["Sealed with key"], anchor.KeyId),
        ],
    };

    private EmailContent Alarm(Recipient to, string fault) => new(
        to, l["The signed waivers do not match"],
        l[
            "A signed waiver was changed or is missing. Call whoever runs the server, and do not let anybody delete "
            + "backups."])
    {
        Facts = [new(l["What was found"], fault)],
    };
}
