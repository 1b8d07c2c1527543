using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>
/// A charter's own fields as its form holds them, each under the contract's name. What follows from the type stands
/// blank.
/// </summary>
internal static class CharterFields
{
    public static readonly IReadOnlyDictionary<string, string> Labels = new Dictionary<string, string>
    {
        ["vessel_id"] = "Vessel",
        ["charter_type_id"] = "Charter type",
        ["event_date"] = "Date",
        ["departure_time"] = "Departure",
        ["return_time"] = "Return",
        ["return_date"] = "Day of return",
        ["guests_arrive_at"] = "Guests arrive at",
        ["meeting_point"] = "Meeting point",
        ["guests_expected"] = "Guests expected",
        ["manning.first_mate"] = "First mates",
        ["manning.deckhand"] = "Deckhands",
        ["contact.name"] = "Contact name",
        ["contact.email"] = "Contact e-mail",
        ["contact.phone"] = "Contact phone",
        ["reference"] = "Reference",
        ["title"] = "Title",
        ["notes"] = "Notes",
        ["reminder_hours"] = "Remind the crew, hours before call time",
    };

    public static Dictionary<string, string?> Of(Charter charter, string? typeName)
    {
        var back = charter.ReturnGiven ? charter.Return : null;
        return new()
        {
            ["vessel_id"] = charter.VesselId.ToString(),
            ["charter_type_id"] = charter.CharterTypeId?.ToString(),
            ["event_date"] = Day(charter.Date),
            ["departure_time"] = charter.DepartureGiven ? Clock(charter.Departure, charter.Zone) : null,
            ["return_time"] = Clock(back, charter.Zone),
            ["return_date"] = back is { } at && LocalTime.DateOf(at, charter.Zone) is var day && day != charter.Date
                ? Day(day) : null,
            ["guests_arrive_at"] = Clock(charter.GuestsArriveAt, charter.Zone),
            ["meeting_point"] = charter.MeetingPoint,
            ["guests_expected"] = charter.GuestsExpected?.ToString(CultureInfo.InvariantCulture),
            ["manning.first_mate"] = $"{charter.Manning.FirstMate}",
            ["manning.deckhand"] = $"{charter.Manning.Deckhand}",
            ["contact.name"] = charter.Contact.Name,
            ["contact.email"] = charter.Contact.Email,
            ["contact.phone"] = charter.Contact.Phone,
            ["reference"] = charter.Reference,
            ["title"] = charter.Title == typeName ? null : charter.Title,
            ["notes"] = charter.Notes,
            ["reminder_hours"] = Reminders.Written(charter.ReminderHours),
        };
    }

    /// <summary>
    /// What the form of a duplicate holds: all but the date, and with it the day of return. Times that were given keep
    /// their clock time, even where the clock showed it twice that day; what follows from the type stays blank.
    /// </summary>
    public static JsonObject ToDuplicate(Charter charter, CharterType? type)
    {
        var fields = Of(charter, type is { ArchivedAt: null } ? type.Name : null);
        fields["event_date"] = fields["return_date"] = null;
        foreach (var time in new[] { "departure_time", "return_time", "guests_arrive_at" })
            fields[time] = fields[time] is { Length: > 5 } dated ? dated[11..16] : fields[time];
        fields["captain_id"] = charter.CaptainId?.ToString();
        return FormFields.Nest(
            fields.Select(field => KeyValuePair.Create(field.Key, new StringValues(field.Value ?? ""))));
    }

    /// <summary>The log's name of a field: a contact is one, and so is a return.</summary>
    public static string Logged(string field) => field == "return_date" ? "return_time" : field.Split('.')[0];

    private static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>
    /// A time as the clock shows it; with its date and offset where the clock shows it twice that day.
    /// </summary>
    private static string? Clock(DateTimeOffset? instant, TimeZoneInfo zone)
    {
        if (instant is not { } at) return null;
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return local.ToString(
            zone.IsAmbiguousTime(local.DateTime) ? "yyyy-MM-dd'T'HH:mmzzz" : "HH:mm", CultureInfo.InvariantCulture);
    }
}
