using System.Text.Json.Serialization;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

public sealed record RoleClaimed(
    Guid Id,
    [property: JsonPropertyName("place_id")] Guid PositionId,
    CrewRole Role,
    Guid MemberId,
    bool InDraft)
    : DomainEvent(LogKind, PositionId, Id)
{
    public const string LogKind = "role.claimed";
}

public sealed record RoleConfirmed(
    Guid Id,
    [property: JsonPropertyName("place_id")] Guid PositionId,
    CrewRole Role,
    Guid MemberId)
    : DomainEvent(LogKind, PositionId, Id)
{
    public const string LogKind = "role.confirmed";
}

public sealed record RoleReleased(
    Guid Id,
    [property: JsonPropertyName("place_id")] Guid PositionId,
    CrewRole Role,
    Guid MemberId,
    bool InDraft)
    : DomainEvent(LogKind, PositionId, Id)
{
    public const string LogKind = "role.released";
}
