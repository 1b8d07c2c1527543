using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to a person who asked to sign in. A request for an unknown address is stored in the same way, so that response
/// times do not differ, and is dropped here.
/// </summary>
public sealed class SignInEmail(
    AppDbContext db,
    MagicLinks links,
    PendingLinks pendingLinks,
    Sender sender,
    TimeProvider clock,
    IStringLocalizer<Text> l)
    : IEmailComposer
{
    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        var link = await db.Set<MagicLink>().AsNoTracking()
            .FirstOrDefaultAsync(row => row.Id == email.SubjectId, cancel);
        if (link?.IsLive(clock.GetUtcNow()) != true) return null;
        var person = await db.Users.AsNoTracking().FirstAsync(row => row.Id == link.PersonId, cancel);
        if ((pendingLinks.For(email.Id) ?? await links.Issue(link.Id, cancel)) is not { } issued) return null;
        return Write(person.Email!, pendingLinks.Keep(email.Id, issued));
    }

    private EmailContent Write(string email, Issued link) =>
        new(new("", email), l["Your sign-in link"], l["Your sign-in code is {0}.", link.Code])
    {
        Paragraphs = [
            l[
                "In the browser where you asked, the link is enough. Anywhere else, type the code. Both work once, "
                + "for {0} minutes.",
                MagicLink.SignInLife.Minutes]],
        Action = new(l["Sign in"], sender.Link(OpenPages.SignInLink(link.Token))),
        Closing = l["If you did not ask for it, do nothing. Nobody was signed in."],
    };
}
