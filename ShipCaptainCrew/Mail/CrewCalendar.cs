using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace ShipCaptainCrew.Mail;

/// <summary>
/// What goes into a crew member's own calendar: from being aboard to the return. One UID for each member of a charter for ever, and
/// the charter's revision as its sequence, so that whatever is sent later counts as newer.
/// </summary>
public sealed class CrewCalendar(Letterhead head, TimeProvider clock)
{
    public Invite Request(Matter matter, string role, Recipient to) => Write("REQUEST", "CONFIRMED", matter, role, to);

    public Invite Cancel(Matter matter, string role, Recipient to) => Write("CANCEL", "CANCELLED", matter, role, to);

    private Invite Write(string method, string status, Matter matter, string role, Recipient to)
    {
        var calendar = new Calendar { Method = method, ProductId = "-//ShipCaptainCrew//EN" };
        calendar.Events.Add(Event(status, matter, role, to));
        return new(method, new CalendarSerializer().SerializeToString(calendar)!);
    }

    private CalendarEvent Event(string status, Matter matter, string role, Recipient to)
    {
        var (charter, now) = (matter.Charter, Instant(clock.GetUtcNow()));
        return new()
        {
            Uid = $"{charter.Id:N}.{matter.Letter.MemberId:N}@{head.Host}",
            Sequence = (int)charter.Revision,
            Status = status,
            DtStamp = now,
            LastModified = now,
            Start = charter.CallTime is { } call ? Instant(call) : new CalDateTime(charter.Date),
            End = charter.Departure is { } departure ? Instant(charter.Return ?? departure) : null,
            Summary = $"{char.ToUpperInvariant(role[0])}{role[1..]}: {string.Join(", ", new[] { charter.Title, matter.Vessel }.Where(word => word.Length > 0))}",
            Location = charter.MeetingPoint,
            Organizer = new Organizer(Mailto(head.From)) { CommonName = Quotable(matter.House.Name) },
            Attendees = [new(Mailto(to.Address)) { CommonName = Quotable(to.Name), ParticipationStatus = EventParticipationStatus.Accepted, Rsvp = false }],
        };
    }

    private static CalDateTime Instant(DateTimeOffset at) => new(at.UtcDateTime);

    /// <summary>Spelt so that no sign in it can be taken for part of the address's form; a plus is common, and harmless.</summary>
    private static string Mailto(string address)
    {
        var at = address.LastIndexOf('@');
        var mailbox = Uri.EscapeDataString(address[..at]).Replace("%2B", "+", StringComparison.Ordinal);
        return $"mailto:{mailbox}@{new Uri($"mailto:{mailbox}{address[at..]}").IdnHost}";
    }

    /// <summary>A parameter's value has no way to hold a quotation mark or a line's end.</summary>
    private static string Quotable(string name) => string.Concat(name.Select(letter => char.IsControl(letter) || letter == '"' ? ' ' : letter));
}
