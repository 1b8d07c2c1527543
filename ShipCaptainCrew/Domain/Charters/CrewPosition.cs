using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>One position on a charter, open or held by a member.</summary>
public sealed class CrewPosition : IOwned
{
    private CrewPosition()
    {
    }

    internal CrewPosition(Guid operatorId, Guid charterId, CrewRole role) =>
        (OperatorId, CharterId, Role) = (operatorId, charterId, role);

    public Guid OperatorId { get; private set; }
    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public Guid CharterId { get; private set; }
    public CrewRole Role { get; private set; }
    public Guid? MemberId { get; private set; }
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>When the holder confirmed the position; null while only the office assigned it.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    public bool IsOpen => MemberId is null;

    internal void Fill(Guid memberId, Actor actor) =>
        (MemberId, ClaimedAt, ConfirmedAt) = (memberId, actor.At, actor.MemberId == memberId ? actor.At : null);

    /// <summary>Whether the office assigned it and the actor, its holder, has not confirmed it.</summary>
    internal bool AwaitsConfirmationBy(Actor actor) => ConfirmedAt is null && actor.MemberId == MemberId;

    internal void Confirm(Actor actor) => ConfirmedAt = actor.At;

    internal void TradeRoles(CrewPosition other) => (Role, other.Role) = (other.Role, Role);

    internal void Empty() => (MemberId, ClaimedAt, ConfirmedAt) = (null, null, null);
}
