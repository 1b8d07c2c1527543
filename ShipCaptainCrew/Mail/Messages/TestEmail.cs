using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>Sent to a member of the office to test that email works.</summary>
public sealed class TestEmail(AppDbContext db, Sender sender, IStringLocalizer<Text> l) : IEmailComposer
{
    public const string Kind = "test";

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().FirstAsync(row => row.Id == email.MemberId, cancel);
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        return !member.CanSignIn
            ? null
            : new(new(member.Name, member.Email), l["Test email from {0}", theOperator.Name],
                l["This is the test email you asked for. Email works."])
        {
            Sender = EmailSender.Of(theOperator),
            Action = new(l["See the emails"], sender.Link(new OperatorPages(theOperator.Slug).Letters)),
        };
    }
}
