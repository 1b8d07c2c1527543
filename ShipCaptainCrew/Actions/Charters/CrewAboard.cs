using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>A crew member and their phone number.</summary>
public sealed record CrewAboard(CrewRole Role, string Name, string? Phone)
{
    public static CrewAboard Of(CrewRole role, Member member) => new(role, member.Name, member.Phone);
}
