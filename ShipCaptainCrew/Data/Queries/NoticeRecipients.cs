using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>
/// Who is emailed about a change of a charter. Each mailbox gets one email, whatever its letter case.
/// </summary>
public sealed record NoticeRecipients
{
    /// <summary>The members who have a position and can sign in.</summary>
    public required IReadOnlyList<Member> Crew { get; init; }

    /// <summary>The contact who booked; null without an address, or if it is that of a member of the crew.</summary>
    public required Contact? Booker { get; init; }

    /// <summary>The guests with an address. Guests who are not on the list yet and no-shows are not told.</summary>
    public required IReadOnlyList<Guest> Guests { get; init; }

    /// <summary>One guest for each mailbox that belongs neither to the crew nor to the booker.</summary>
    public required IReadOnlyList<Guest> MailedGuests { get; init; }

    /// <summary>Names of the guests without an address, who have to be told in another way.</summary>
    public required IReadOnlyList<string> WithoutAddress { get; init; }

    /// <summary>The same without guests and booker, who are never told about drafts.</summary>
    public NoticeRecipients CrewOnly() =>
        this with { Booker = null, Guests = [], MailedGuests = [], WithoutAddress = [] };
}

/// <summary>Queries who is emailed about a change of a charter.</summary>
public static class NoticeRecipientQueries
{
    public static async Task<NoticeRecipients> NoticeRecipients(this AppDbContext db, Charter charter)
    {
        var memberIds = charter.Positions.Select(position => position.MemberId).OfType<Guid>().ToList();
        var members = await db.Members.AsNoTracking().Where(member => memberIds.Contains(member.Id)).ToListAsync();
        var guests = await db.Guests.AsNoTracking().Where(Guest.Coming).Where(guest => guest.CharterId == charter.Id)
            .ToListAsync();
        guests.Sort((one, other) => one.Id.CompareTo(other.Id));
        var crew = memberIds.Select(id => members.Find(member => member.Id == id)).OfType<Member>()
            .Where(member => member.CanSignIn).ToList();
        var mailboxes = crew.Select(member => Person.Normalize(member.Email)).ToHashSet();
        var isBookerMailed = charter.Contact.Email is { } address && mailboxes.Add(Person.Normalize(address));
        var withAddress = guests.FindAll(guest => guest.Email is not null);
        return new()
        {
            Crew = crew,
            Booker = isBookerMailed ? charter.Contact : null,
            Guests = withAddress,
            MailedGuests = withAddress.FindAll(guest => mailboxes.Add(Person.Normalize(guest.Email!))),
            WithoutAddress = [.. guests.Where(guest => guest.Email is null).Select(guest => guest.Name)],
        };
    }
}
