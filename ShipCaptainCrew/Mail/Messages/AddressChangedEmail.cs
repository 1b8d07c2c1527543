using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>To the address that somebody has from now on.</summary>
public sealed class AddressChangedEmail(AppDbContext db, Sender sender, IStringLocalizer<Text> l) : IEmailComposer
{
    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel) =>
        await db.Set<EmailChange>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == email.SubjectId, cancel) is not { } wish
            ? null
        : new(new("", wish.Email), l["Your e-mail address was changed"],
            l["You sign in with this address from now on, and all letters come here."])
        {
            Paragraphs = [
                l["Both addresses have said yes. You are signed out everywhere but where it was asked; your passkeys stay."]],
            Act = new(l["Sign in"], sender.Link(OpenPages.SignIn)),
        };
}
