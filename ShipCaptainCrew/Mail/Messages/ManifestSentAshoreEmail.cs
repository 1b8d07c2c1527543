using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Composing;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>
/// Sent to the shore contact or the office: who is aboard, by name and by count, and when they are due back.
/// </summary>
public sealed class ManifestSentAshoreEmail(AppDbContext db, CharterContexts contexts, IStringLocalizer<Text> l)
    : IEmailComposer
{
    public const string Kind = "sent_ashore";

    /// <summary>Emails cut a paragraph after 1,000 characters, which must not happen to a manifest.</summary>
    private const int MaxParagraphLength = 900;

    public async Task<EmailContent?> Compose(OutboxEmail email, CancellationToken cancel)
    {
        if (await contexts.Find(email, cancel) is not { IsOn: true } context
            || await RecipientOf(context, cancel) is not { } to)
            return null;
        var guests = await db.Guests.AsNoTracking()
            .Where(row => row.CharterId == context.Charter.Id && row.BoardedAt != null).OrderBy(row => row.Name)
            .ToListAsync(cancel);
        var crewIds = context.Charter.Positions.Select(position => position.MemberId).OfType<Guid>().ToList();
        var crew = await db.Members.AsNoTracking().Where(row => crewIds.Contains(row.Id))
            .ToDictionaryAsync(row => row.Id, cancel);
        var muster = await db.Musters.AsNoTracking().FirstOrDefaultAsync(row => row.Id == email.SubjectId, cancel);
        return new(to, l["{0}: {1} and {2} crew aboard", context.Trip, Count(guests), crew.Count],
            l["{0} is leaving with {1} and {2} crew.", context.Vessel, Count(guests), crew.Count])
        {
            Sender = EmailSender.Of(context.Operator),
            Paragraphs = [.. Paragraphs(CrewLines(context, crew)), .. Paragraphs(GuestLines(guests)),
                l["Keep this until you hear that they are back."]],
            Facts = Facts(context, muster),
            Closing = l["You get this because {0} named you as its shore contact.", context.Operator.Name],
        };
    }

    private async Task<Recipient?> RecipientOf(CharterContext context, CancellationToken cancel)
    {
        if (context.Email.MemberId is { } memberId)
            return context.Member(memberId) is { CanSignIn: true } member ? new(member.Name, member.Email) : null;
        var orders = await db.StandingOrders.AsNoTracking().FirstOrDefaultAsync(cancel);
        return orders?.ShoreContact is { Email: { } address } contact ? new(contact.Name ?? address, address) : null;
    }

    private IReadOnlyList<EmailFact> Facts(CharterContext context, Muster? muster) =>
    [
        new(l["Charter"], context.Charter.Title.Length > 0 ? context.Charter.Title : null),
        new(l["Vessel"], context.Vessel),
        new(l["Departure"], context.When),
        new(l["Return"], context.Clock(context.Charter.Return)),
        new(l["From"], context.Charter.MeetingPoint),
        new(l["Head count"], HeadCount(muster)),
        new(l["Times"], l["{0} time", context.ClockPlace]),
    ];

    private static string? HeadCount(Muster? muster)
    {
        if (muster is null) return null;
        var counts = string.Join(", ", muster.Latest(CountOf.Departure).Select(count => count.Guests));
        return counts.Length > 0 ? counts : null;
    }

    private IEnumerable<string> CrewLines(CharterContext context, Dictionary<Guid, Member> crew) =>
        context.Charter.Positions
            .Where(position => !position.IsOpen)
            .OrderBy(position => position.Role)
            .Select(position => CrewLine(position.Role, crew.GetValueOrDefault(position.MemberId!.Value)))
            .Prepend(l["Crew"]);

    private string CrewLine(CrewRole role, Member? member)
    {
        var phone = member?.Phone is { } number ? $", {number}" : "";
        return $"{l[role.Label().Text]}: {member?.Name}{phone}";
    }

    private IEnumerable<string> GuestLines(List<Guest> guests) =>
        guests.Select((guest, i) => $"{i + 1}. {TypedName.ForEmail(guest.Name)}{MinorMark(guest)}")
            .Prepend(l["Guests aboard: {0}", guests.Count]);

    private string MinorMark(Guest guest) => guest.IsMinor ? $" ({l["minor"]})" : "";

    private string Count(List<Guest> guests) => guests.Count == 1 ? l["1 guest"] : l["{0} guests", guests.Count];

    private static List<string> Paragraphs(IEnumerable<string> lines)
    {
        var paragraphs = new List<string>();
        foreach (var line in lines)
        {
            if (paragraphs.Count > 0 && paragraphs[^1].Length + line.Length < MaxParagraphLength)
                paragraphs[^1] += $"\n{line}";
            else
                paragraphs.Add(line);
        }

        return paragraphs;
    }
}
