using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Addresses;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To whoever asked to sign in. An address that is nobody's came all this way like any other, and ends here.</summary>
public sealed class SignInLetter(ShipDb db, MagicLinks links, LinksInHand hand, Letterhead head, TimeProvider clock, IStringLocalizer<Text> l) : IWriter
{
    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        var link = await db.Set<MagicLink>().AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.SubjectId, cancel);
        if (link?.IsLive(clock.GetUtcNow()) != true) return null;
        var person = await db.Users.AsNoTracking().FirstAsync(row => row.Id == link.PersonId, cancel);
        if ((hand.For(letter.Id) ?? await links.Issue(link.Id, cancel)) is not { } issued) return null;
        return Say(person.Email!, hand.Keep(letter.Id, issued));
    }

    private Sheet Say(string email, Issued link) => new(new("", email), l["Your sign-in link"], l["Your sign-in code is {0}.", link.Code])
    {
        Says = [l["In the browser where you asked, the link alone will do. Elsewhere, type the code. Both work once, for {0} minutes.", MagicLink.SignInLife.Minutes]],
        Act = new(l["Sign in"], head.Link(OpenPages.SignInLink(link.Token))),
        Closing = l["If it was not you who asked, do nothing: nobody came in."],
    };
}
