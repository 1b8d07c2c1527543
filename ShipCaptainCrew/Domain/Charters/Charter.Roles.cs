using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>The crew of a charter.</summary>
public sealed partial class Charter
{
    /// <summary>Refusal code for a claim of a role in which every position is taken.</summary>
    public const string PositionTaken = "taken";

    /// <summary>
    /// Takes a position for a member: their own claim, or an assignment by the office. Repeating it changes nothing,
    /// and claiming a position that the office assigned confirms it.
    /// </summary>
    public Refusal? Claim(CrewRole role, Member member, Actor actor)
    {
        var held = PositionOf(member.Id);
        if (held?.Role == role) return Confirm(held, actor);
        if (!member.Is(role)) return NotQualified(role, member, actor);
        if (held is not null) return AlreadyAboard(held, member);
        if (!IsCrewOpen) return CrewIsFixed();
        var position = positions.FirstOrDefault(candidate => candidate.Role == role && candidate.IsOpen);
        if (position is null) return Taken(role);
        position.Fill(member.Id, actor);
        Raise(new RoleClaimed(Id, position.Id, role, member.Id, Status == CharterStatus.Draft));
        return null;
    }

    /// <summary>Gives up a position. If the member does not hold it, nothing changes.</summary>
    public Refusal? Release(CrewRole role, Guid memberId)
    {
        if (PositionOf(memberId) is not { } position || position.Role != role) return null;
        if (!IsCrewOpen) return CrewIsFixed();
        position.Empty();
        Raise(new RoleReleased(Id, position.Id, role, memberId, Status == CharterStatus.Draft));
        return null;
    }

    /// <summary>
    /// Opens the position of a member who leaves the business, unless the charter has sailed or should have.
    /// </summary>
    public void ReleaseMember(Guid memberId, DateTimeOffset now)
    {
        if (IsAhead(now) && PositionOf(memberId) is { } position) Release(position.Role, memberId);
    }

    /// <summary>Makes a member the captain. The previous captain loses the position.</summary>
    public Refusal? AppointCaptain(Member captain, Actor actor)
    {
        if (CaptainId == captain.Id) return null;
        if (!captain.Is(CrewRole.Captain)) return NotQualified(CrewRole.Captain, captain, actor);
        if (!IsCrewOpen) return CrewIsFixed();
        if (CaptainId is { } before) Release(CrewRole.Captain, before);
        if (PositionOf(captain.Id) is { } other) Vacate(other, captain);
        return Claim(CrewRole.Captain, captain, actor);
    }

    /// <summary>
    /// Frees the next captain from another role. The two positions trade roles, so that each keeps its member if
    /// captain and mate swap: the database cannot swap two unique values at once.
    /// </summary>
    private void Vacate(CrewPosition other, Member captain)
    {
        Release(other.Role, captain.Id);
        positions.First(position => position.Role == CrewRole.Captain).TradeRoles(other);
    }

    private Refusal? Confirm(CrewPosition position, Actor actor)
    {
        if (!position.AwaitsConfirmationBy(actor)) return null;
        if (!IsCrewOpen) return CrewIsFixed();
        position.Confirm(actor);
        Raise(new RoleConfirmed(Id, position.Id, position.Role, position.MemberId!.Value));
        return null;
    }

    private static Refusal NotQualified(CrewRole role, Member member, Actor actor) => actor.MemberId == member.Id
        ? Refusal.Forbidden(
            new LocalizedText("You are not qualified as {0}. The office can change that.", role.Label()),
            "not_qualified")
        : Refusal.Invalid("member_id", new LocalizedText("{0} is not qualified as {1}.", member.Name, role.Label()));

    private static Refusal AlreadyAboard(CrewPosition held, Member member) =>
        Refusal.Conflict(
            "already_aboard", new LocalizedText("{0} is already {1} on this charter.", member.Name, held.Role.Label()));

    private Refusal CrewIsFixed() => TooLateToChange("This charter is {0}; its crew can no longer change.");

    /// <summary>Refuses a claim with the ids of the holders; the caller adds their names.</summary>
    private Refusal Taken(CrewRole role) =>
        Refusal.Conflict(
            PositionTaken,
            "This role is already filled.",
            ("holders", Holders(role).Select(position => position.MemberId!.Value).ToList()));
}
