using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Mail.Letters;

/// <summary>To the shore contact, or the office: who is out, by name and by count, and when they are to be back.</summary>
public sealed class AshoreLetter(ShipDb db, Matters matters, IStringLocalizer<Text> l) : IWriter
{
    public const string Kind = "sent_ashore";

    /// <summary>A paragraph of a letter is cut beyond a thousand characters; no name on a manifest may be.</summary>
    private const int Paragraph = 900;

    public async Task<Sheet?> Write(Letter letter, CancellationToken cancel)
    {
        if (await matters.Find(letter, cancel) is not { IsOn: true } matter || await RecipientOf(matter, cancel) is not { } to) return null;
        var guests = await db.Guests.AsNoTracking().Where(row => row.CharterId == matter.Charter.Id && row.BoardedAt != null).OrderBy(row => row.Name).ToListAsync(cancel);
        var crewIds = matter.Charter.Places.Select(place => place.MemberId).OfType<Guid>().ToList();
        var crew = await db.Members.AsNoTracking().Where(row => crewIds.Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
        var muster = await db.Musters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == letter.SubjectId, cancel);
        return new(to, l["{0}: {1} and {2} crew aboard", matter.Trip, Count(guests), crew.Count], l["{0} goes out with {1} and {2} crew.", matter.Vessel, Count(guests), crew.Count])
        {
            Sender = matter.House.Name,
            Says = [.. Paragraphs(CrewLines(matter, crew)), .. Paragraphs(GuestLines(guests)), l["Keep this until you hear that they are back."]],
            Facts = Facts(matter, muster),
            Closing = l["You get this because {0} has named you to be told who is out.", matter.House.Name],
        };
    }

    private async Task<Recipient?> RecipientOf(Matter matter, CancellationToken cancel)
    {
        if (matter.Letter.MemberId is { } memberId) return matter.Member(memberId) is { MayCome: true } member ? new(member.Name, member.Email) : null;
        return (await db.StandingOrders.AsNoTracking().FirstOrDefaultAsync(cancel))?.ShoreContact is { Email: { } address } ashore ? new(ashore.Name ?? address, address) : null;
    }

    private IReadOnlyList<Fact> Facts(Matter matter, Muster? muster) =>
    [
        new(l["Charter"], matter.Charter.Title.Length > 0 ? matter.Charter.Title : null),
        new(l["Vessel"], matter.Vessel),
        new(l["Departure"], matter.When),
        new(l["Return"], matter.Clock(matter.Charter.Return)),
        new(l["From"], matter.Charter.MeetingPoint),
        new(l["Head count"], muster is null ? null : string.Join(", ", muster.Latest(CountOf.Departure).Select(count => count.Guests)) is { Length: > 0 } counted ? counted : null),
        new(l["Times"], l["local, {0}", matter.Charter.TimeZone]),
    ];

    private IEnumerable<string> CrewLines(Matter matter, Dictionary<Guid, Member> crew) => matter.Charter.Places
        .Where(place => !place.IsOpen).OrderBy(place => place.Role).Select(place => (place.Role, Member: crew.GetValueOrDefault(place.MemberId!.Value)))
        .Select(one => $"{l[one.Role.Word().Text]}: {one.Member?.Name}{(one.Member?.Phone is { } phone ? $", {phone}" : "")}").Prepend(l["Crew"]);

    private IEnumerable<string> GuestLines(List<Guest> guests) =>
        guests.Select((guest, i) => $"{i + 1}. {guest.Name}{(guest.IsMinor ? $" ({l["minor"]})" : "")}").Prepend(l["Guests aboard: {0}", guests.Count]);

    private string Count(List<Guest> guests) => guests.Count == 1 ? l["1 guest"] : l["{0} guests", guests.Count];

    private static List<string> Paragraphs(IEnumerable<string> lines)
    {
        var paragraphs = new List<string>();
        foreach (var line in lines)
        {
            if (paragraphs.Count > 0 && paragraphs[^1].Length + line.Length < Paragraph) paragraphs[^1] += $"\n{line}";
            else paragraphs.Add(line);
        }

        return paragraphs;
    }
}
