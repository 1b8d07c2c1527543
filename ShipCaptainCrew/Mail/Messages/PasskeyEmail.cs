using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to a member when a passkey is added or removed, so that they learn at once of a change by somebody else.
/// </summary>
public sealed class PasskeyEmail(AppDbContext db, Sender sender, IStringLocalizer<Text> l) : IEmailComposer
{
    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var member = await db.Members.AsNoTracking().FirstAsync(row => row.Id == email.MemberId, cancel);
        var theOperator = await db.Operators.AsNoTracking().FirstAsync(row => row.Id == email.OperatorId, cancel);
        var added = JsonSerializer.Deserialize<PasskeyFacts>(email.Facts)!.Added;
        return new(new(member.Name, member.Email), added ? l["A passkey was added"] : l["A passkey was removed"],
            added ? l["A passkey was added to your sign-in."] : l["A passkey was removed from your sign-in."])
        {
            Paragraphs = [l["If it was not you, sign in, remove what is not yours and sign out everywhere else."]],
            Action = new(l["See my passkeys"], sender.Link(new OperatorPages(theOperator.Slug).Passkeys)),
        };
    }
}
