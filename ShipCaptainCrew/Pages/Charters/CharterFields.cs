using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>
/// Maps a charter to the values of its form, keyed by the API's field names. Values derived from the charter type are
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
        ["contact.email"] = "Contact email",
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
            ["event_date"] = WireTime.Text(charter.Date),
            ["departure_time"] = charter.DepartureGiven ? LocalTimeOf(charter.Departure, charter.Zone) : null,
            ["return_time"] = LocalTimeOf(back, charter.Zone),
            ["return_date"] = back is { } at && LocalTime.DateOf(at, charter.Zone) is var day && day != charter.Date
                ? WireTime.Text(day)
                : null,
            ["guests_arrive_at"] = LocalTimeOf(charter.GuestsArriveAt, charter.Zone),
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
    /// The form values of a duplicate: everything but the event date and the return date. Times that were entered keep
    /// their local clock time, without the offset of an ambiguous hour; values derived from the type stay blank.
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

    /// <summary>The name of a form field in the log, which has one for the contact and one for the return.</summary>
    public static string LogFieldOf(string field) => field == "return_date" ? "return_time" : field.Split('.')[0];


    /// <summary>The local time of day; with date and offset if it is ambiguous (clocks go back that day).</summary>
    private static string? LocalTimeOf(DateTimeOffset? instant, TimeZoneInfo zone)
    {
        if (instant is not { } at) return null;
        var local = TimeZoneInfo.ConvertTime(at, zone);
        return local.ToString(
            zone.IsAmbiguousTime(local.DateTime) ? "yyyy-MM-dd'T'HH:mmzzz" : "HH:mm", CultureInfo.InvariantCulture);
    }
}
