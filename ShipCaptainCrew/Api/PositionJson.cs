using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Api;

internal sealed record PositionJson(Guid Id, CrewRole Role, Holder? Member, string Status, DateTimeOffset? ConfirmedAt)
{
    public static PositionJson Of(CrewPosition position, CharterView view) => position.MemberId is { } member
        ? new(position.Id, position.Role, new(member, view.NameOf(member)), "claimed", position.ConfirmedAt)
        : new(position.Id, position.Role, null, "unassigned", null);
}
