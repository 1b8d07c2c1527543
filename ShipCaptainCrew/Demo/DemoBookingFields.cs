using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Demo;

/// <summary>The fields that the office enters for a booking.</summary>
internal static class DemoBookingFields
{
    /// <summary>
    /// The office assigns the captain and the unconfirmed crew. The others claim their positions later.
    /// </summary>
    public static Input ToInput(this DemoBooking booking, DateTimeOffset departure, DemoData data) => Input.Of(new()
    {
        ["vessel_id"] = $"{data.Vessels[booking.Vessel].Id}",
        ["charter_type_id"] = $"{data.Types[booking.Type].Id}",
        ["event_date"] = $"{LocalTime.DateOf(departure, data.Zone):yyyy-MM-dd}",
        ["title"] = booking.Title,
        ["captain_id"] = MemberId(booking.Crew[0], data),
        ["crew"] = AssignedCrew(booking, data),
        ["meeting_point"] = DemoOperator.MeetingPoint,
        ["guests_arrive_at"] = $"{departure.AddMinutes(-30):O}",
        ["guests_expected"] = booking.Guests,
        ["contact"] = new JsonObject
        {
            ["name"] = booking.Contact.Name,
            ["email"] = booking.Contact.Email,
            ["phone"] = booking.Contact.Phone,
        },
        ["reference"] = booking.Reference,
        ["notes"] = booking.Notes,
        ["publish"] = booking.IsDraft ? "false" : "true",
    });

    private static JsonArray AssignedCrew(DemoBooking booking, DemoData data)
    {
        var assigned = booking.Crew.Skip(1).Where(member => !member.Confirmed).Select(member => (JsonNode)new JsonObject
        {
            ["role"] = WireNames.Name(member.Role),
            ["member_id"] = MemberId(member, data),
        });
        return new JsonArray([.. assigned]);
    }

    private static string MemberId(DemoCrewMember member, DemoData data) => $"{data.Viewers[member.Name].MemberId}";
}
