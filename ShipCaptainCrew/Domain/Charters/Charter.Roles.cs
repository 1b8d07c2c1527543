using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

public sealed partial class Charter
{
    /// <summary>Code of the refusal of a claim where others hold every place of the role.</summary>
    public const string PlaceTaken = "taken";

    /// <summary>
    /// Takes a place for a member: their own claim, or the office's assignment. Taking it twice is taking it once, and
    /// claiming a place the office had given confirms it.
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

    /// <summary>Gives a place up. Giving up what one does not hold changes nothing.</summary>
    public Refusal? Release(CrewRole role, Guid memberId)
    {
        if (PositionOf(memberId) is not { } position || position.Role != role) return null;
        if (!IsCrewOpen) return CrewIsFixed();
        position.Empty();
        Raise(new RoleReleased(Id, position.Id, role, memberId, Status == CharterStatus.Draft));
        return null;
    }

    /// <summary>
    /// Somebody leaves the business: their place is free again. Where it has sailed, or should have by now, it stays as
    /// it was.
    /// </summary>
    public void LetGo(Guid memberId, DateTimeOffset now)
    {
        if (IsAhead(now) && PositionOf(memberId) is { } position) Release(position.Role, memberId);
    }

    /// <summary>Makes a member the captain; whoever was it before gives up the place.</summary>
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
    /// Frees whoever is to be captain of their other role. The two places trade roles, so that each keeps its person
    /// where captain and mate change over: no database swaps two unique values at once.
    /// </summary>
    private void Vacate(CrewPosition other, Member captain)
    {
        Release(other.Role, captain.Id);
        positions.First(position => position.Role == CrewRole.Captain).TradeRoles(other);
    }

    /// <summary>
    /// Sails with more places or fewer than its type says. A place that somebody holds is theirs to give up first.
    /// </summary>
    public Refusal? Man(Manning manning)
    {
        if (manning == Manning) return null;
        if (!IsCrewOpen) return CrewIsFixed();
        var held = positions.Where(position => !position.IsOpen).Select(position => position.Role).ToList();
        var tooFew = Enum.GetValues<CrewRole>().Where(role => held.Count(other => other == role) > manning.Of(role))
            .ToList();
        if (tooFew.Count > 0)
            return Refusal.Invalid(
                tooFew.ToDictionary(
                    role => $"manning.{WireNames.Name(role)}", role => new List<LocalizedText> { StillHeld(role) }));
        OpenPositions(manning);
        Version++;
        Raise(new CharterChanged(Id, ["manning"], Moved: false));
        return null;
    }

    /// <summary>Whoever holds a place keeps it; places are opened or taken away until it is so many.</summary>
    private void OpenPositions(Manning manning)
    {
        positions.RemoveAll(position => position.IsOpen);
        var missing = manning.Roles.ToList();
        foreach (var held in positions) missing.Remove(held.Role);
        positions.AddRange(missing.Select(role => new CrewPosition(OperatorId, Id, role)));
    }

    private LocalizedText StillHeld(CrewRole role) => Holders(role).Count() is var count && count == 1
        ? new("One {0} is aboard. They give up their place first.", role.Label())
        : new("{0} {1} are aboard. Somebody gives up their place first.", count, role.Label(count));

    private Refusal? Confirm(CrewPosition position, Actor actor)
    {
        if (!position.Awaits(actor)) return null;
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

    /// <summary>The door adds the holders' names: the charter knows only who they are.</summary>
    private Refusal Taken(CrewRole role) =>
        Refusal.Conflict(
            PlaceTaken,
            "Every place of this role is taken.",
            ("holders", Holders(role).Select(position => position.MemberId!.Value).ToList()));
}
