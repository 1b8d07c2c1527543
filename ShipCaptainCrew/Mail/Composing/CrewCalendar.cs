using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// Writes the iCalendar event for a crew member's own calendar, from call time to return. The UID is fixed for each
/// member and charter, and the sequence is the charter's revision, so that an event sent later replaces the earlier
/// one.
/// </summary>
public sealed class CrewCalendar(Sender sender, TimeProvider clock)
{
    public CalendarInvite Request(CharterContext context, string role, Recipient to) =>
        Write("REQUEST", "CONFIRMED", context, role, to);

    public CalendarInvite Cancel(CharterContext context, string role, Recipient to) =>
        Write("CANCEL", "CANCELLED", context, role, to);

    private CalendarInvite Write(string method, string status, CharterContext context, string role, Recipient to)
    {
        var calendar = new Calendar { Method = method, ProductId = "-//ShipCaptainCrew//EN" };
        calendar.Events.Add(Event(status, context, role, to));
        return new(method, new CalendarSerializer().SerializeToString(calendar)!);
    }

    private CalendarEvent Event(string status, CharterContext context, string role, Recipient to)
    {
        var (charter, now) = (context.Charter, Instant(clock.GetUtcNow()));
        return new()
        {
            Uid = $"{charter.Id:N}.{context.Email.MemberId:N}@{sender.Host}",
            Sequence = (int)charter.Revision,
            Status = status,
            DtStamp = now,
            LastModified = now,
            Start = charter.CallTime is { } call ? Instant(call) : new CalDateTime(charter.Date),
            End = charter.Departure is { } departure ? Instant(charter.Return ?? departure) : null,
            Summary = $"{char.ToUpperInvariant(role[0])}{role[1..]}: {Trip(context)}",
            Location = charter.MeetingPoint,
            Organizer = new Organizer(Mailto(sender.From)) { CommonName = Quotable(context.Operator.Name) },
            Attendees =
            [
                new(Mailto(to.Address))
                {
                    CommonName = Quotable(to.Name),
                    ParticipationStatus = EventParticipationStatus.Accepted,
                    Rsvp = false,
                },
            ],
        };
    }

    private static string Trip(CharterContext context) =>
        string.Join(", ", new[] { context.Charter.Title, context.Vessel }.Where(text => text.Length > 0));

    private static CalDateTime Instant(DateTimeOffset at) => new(at.UtcDateTime);

    /// <summary>Escapes the address so that no character is read as URI syntax; a plus is common and safe.</summary>
    private static string Mailto(string address)
    {
        var at = address.LastIndexOf('@');
        var mailbox = Uri.EscapeDataString(address[..at]).Replace("%2B", "+", StringComparison.Ordinal);
        return $"mailto:{mailbox}@{new Uri($"mailto:{mailbox}{address[at..]}").IdnHost}";
    }

    /// <summary>An iCalendar parameter value cannot contain a quotation mark or a line break.</summary>
    private static string Quotable(string name) =>
        string.Concat(name.Select(character => char.IsControl(character) || character == '"' ? ' ' : character));
}
