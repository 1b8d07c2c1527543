using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace ShipCaptainCrew.Mail.Composing;

/// <summary>
/// What goes into a crew member's own calendar: from being aboard to the return. One UID for each member of a charter
/// for ever, and the charter's revision as its sequence, so that whatever is sent later counts as newer.
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
            Summary =
                $"{char.ToUpperInvariant(role[0])}{role[1..]}: {string.Join(", ",
                    new[] { charter.Title, context.Vessel }.Where(word => word.Length > 0))}",
            Location = charter.MeetingPoint,
            Organizer = new Organizer(Mailto(sender.From)) { CommonName = Quotable(context.Operator.Name) },
            Attendees = [
                new(
                    Mailto(to.Address)) { CommonName = Quotable(to.Name),
                        ParticipationStatus = EventParticipationStatus.Accepted, Rsvp = false }],
        };
    }

    private static CalDateTime Instant(DateTimeOffset at) => new(at.UtcDateTime);

    /// <summary>
    /// Spelt so that no sign in it can be taken for part of the address's form; a plus is common, and harmless.
    /// </summary>
    private static string Mailto(string address)
    {
        var at = address.LastIndexOf('@');
        var mailbox = Uri.EscapeDataString(address[..at]).Replace("%2B", "+", StringComparison.Ordinal);
        return $"mailto:{mailbox}@{new Uri($"mailto:{mailbox}{address[at..]}").IdnHost}";
    }

    /// <summary>A parameter's value has no way to hold a quotation mark or a line's end.</summary>
    private static string Quotable(string name) =>
        string.Concat(name.Select(letter => char.IsControl(letter) || letter == '"' ? ' ' : letter));
}
