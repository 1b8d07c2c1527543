namespace ShipCaptainCrew.Domain.Charters;

/// <summary>A charter's own fields, as the office plans them. Instants are UTC.</summary>
/// <param name="Date">The local date of departure.</param>
/// <param name="DepartureGiven">The office chose the time itself; otherwise it follows the date.</param>
public sealed record Plan(
    Guid VesselId,
    DateOnly Date,
    string Title,
    DateTimeOffset? Departure,
    bool DepartureGiven,
    DateTimeOffset? Return,
    bool ReturnGiven,
    string? MeetingPoint,
    DateTimeOffset? GuestsArriveAt,
    Contact Contact,
    string? Reference,
    int? GuestsExpected,
    string? Notes);
