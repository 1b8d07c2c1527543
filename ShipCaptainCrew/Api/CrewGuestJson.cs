using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Api;

internal sealed record CrewGuestJson(Holder Member, IEnumerable<CrewRole> Roles, WaiverStatusJson Waiver);
