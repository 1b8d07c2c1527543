using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Pages.Charters;

/// <summary>A folded part of the charter form. It comes open with an error or a value of its own.</summary>
/// <param name="Fields">Its fields, by the API's names.</param>
/// <param name="Prefix">What the names of its further fields begin with; null if it has none.</param>
public sealed record PlanDrawer(IReadOnlyList<string> Fields, string? Prefix = null)
{
    public static readonly PlanDrawer Times =
        new(["departure_time", "return_time", "return_date", "guests_arrive_at", "meeting_point"]);

    public static readonly PlanDrawer Crew = new(["manning.first_mate", "manning.deckhand"], "crew");

    public static readonly PlanDrawer Booked =
        new(["contact.name", "contact.email", "contact.phone", "guests_expected", "reference"]);

    public static readonly PlanDrawer Named = new(["title", "notes", "reminder_hours"]);

    public bool HasError(Refusal? refusal) => refusal?.Errors?.Keys.Any(
        field => Fields.Contains(field) || (Prefix is not null && field.StartsWith(Prefix, StringComparison.Ordinal)))
        == true;
}
