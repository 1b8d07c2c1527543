using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Demo;

/// <summary>
/// A crew member of a booking. If not confirmed, the office assigned the position and the member has not confirmed it.
/// </summary>
internal sealed record DemoCrewMember(CrewRole Role, string Name, bool Confirmed = true);
