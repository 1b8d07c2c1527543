using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>Sent to the new address after an email change.</summary>
public sealed class AddressChangedEmail(AppDbContext db, Sender sender, IStringLocalizer<Text> l) : IEmailComposer
{
    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel) =>
        await db.Set<EmailChange>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == email.SubjectId, cancel) is not { } emailChange
            ? null
            : new(new("", emailChange.Email), l["Your email address was changed"],
            l["You sign in with this address from now on, and all emails come here."])
        {
            Paragraphs = [
                l[
                    "Both addresses confirmed the change. You are signed out everywhere except where you asked for "
                    + "it. Your passkeys still work."]],
            Action = new(l["Sign in"], sender.Link(OpenPages.SignIn)),
        };
}
