using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Letters;

namespace ShipCaptainCrew.Mail;

/// <summary>
/// Which letters each announcement causes. They are rows in the outbox, written in the transaction of their cause; what they say is
/// found out when they are sent.
/// </summary>
public sealed class LettersFor(Bell bell) : IEcho
{
    private bool hasWritten;

    public async Task BeforeCommit(ShipDb db, IReadOnlyList<News> news, By by, CancellationToken cancel)
    {
        foreach (var item in news) db.AddRange(await For(item, new(db, item, news, by)));
        hasWritten |= db.ChangeTracker.Entries<Letter>().Any(entry => entry.State is EntityState.Added or EntityState.Modified);
    }

    public void AfterCommit(IReadOnlyList<News> news)
    {
        if (hasWritten) bell.Ring();
    }

    private static async Task<IEnumerable<Letter>> For(News item, Cause cause) => item.Announcement switch
    {
        MemberInvited invited => [cause.Letter(InvitationLetter.Kind, invited.Id, invited.Id)],
        RoleClaimed { InDraft: false } claimed => await cause.PlaceTaken(claimed.Role, claimed.MemberId),
        RoleReleased { InDraft: false } released => await cause.PlaceGivenUp(released.Role, released.MemberId),
        CharterPublished published => [.. await cause.PlacesShown(published.AssignedPlaces), .. await cause.AskAll()],
        CharterChanged { Moved: true } => await cause.Moved(),
        CharterNudged => await cause.Nudged(),
        CharterCancelled { WasDraft: false } => await cause.Cancelled(),
        MoveUndone undone => await cause.TakenBack(undone),
        DefectRaised { Severity: Severity.NoSail } raised => await cause.NoSail(raised),
        GuestAdded added => await cause.Ask(added.GuestId),
        GuestChanged changed when changed.Fields.Contains("email") => await cause.Ask(changed.GuestId),
        WaiverAsked asked => cause.AskAgain(asked.GuestId),
        CountSentAshore sent => await cause.SentAshore(sent.MusterId),
        WaiverSigned signed => cause.Copy(signed),
        _ => [],
    };
}
