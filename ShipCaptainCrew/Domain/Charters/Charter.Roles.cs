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
    public Refusal? Claim(CrewRole role, Member member, By by)
    {
        var held = PlaceOf(member.Id);
        if (held?.Role == role) return Confirm(held, by);
        if (!member.Is(role)) return NotQualified(role, member, by);
        if (held is not null) return AlreadyAboard(held, member);
        if (!IsCrewOpen) return CrewIsFixed();
        var place = places.FirstOrDefault(candidate => candidate.Role == role && candidate.IsOpen);
        if (place is null) return Taken(role);
        place.Fill(member.Id, by);
        Announce(new RoleClaimed(Id, place.Id, role, member.Id, Status == CharterStatus.Draft));
        return null;
    }

    /// <summary>Gives a place up. Giving up what one does not hold changes nothing.</summary>
    public Refusal? Release(CrewRole role, Guid memberId)
    {
        if (PlaceOf(memberId) is not { } place || place.Role != role) return null;
        if (!IsCrewOpen) return CrewIsFixed();
        place.Empty();
        Announce(new RoleReleased(Id, place.Id, role, memberId, Status == CharterStatus.Draft));
        return null;
    }

    /// <summary>Somebody leaves the business: their place is free again. Where it has sailed, or should have by now, it stays as it was.</summary>
    public void LetGo(Guid memberId, DateTimeOffset now)
    {
        if (IsAhead(now) && PlaceOf(memberId) is { } place) Release(place.Role, memberId);
    }

    /// <summary>Makes a member the captain; whoever was it before gives up the place.</summary>
    public Refusal? AppointCaptain(Member captain, By by)
    {
        if (CaptainId == captain.Id) return null;
        if (!captain.Is(CrewRole.Captain)) return NotQualified(CrewRole.Captain, captain, by);
        if (!IsCrewOpen) return CrewIsFixed();
        if (CaptainId is { } before) Release(CrewRole.Captain, before);
        if (PlaceOf(captain.Id) is { } other) Vacate(other, captain);
        return Claim(CrewRole.Captain, captain, by);
    }

    /// <summary>
    /// Frees whoever is to be captain of their other role. The two places trade roles, so that each keeps its person where captain and
    /// mate change over: no database swaps two unique values at once.
    /// </summary>
    private void Vacate(Place other, Member captain)
    {
        Release(other.Role, captain.Id);
        places.First(place => place.Role == CrewRole.Captain).TradeRoles(other);
    }

    /// <summary>Sails with more places or fewer than its type says. A place that somebody holds is theirs to give up first.</summary>
    public Refusal? Man(Manning manning)
    {
        if (manning == Manning) return null;
        if (!IsCrewOpen) return CrewIsFixed();
        var held = places.Where(place => !place.IsOpen).Select(place => place.Role).ToList();
        var tooFew = Enum.GetValues<CrewRole>().Where(role => held.Count(other => other == role) > manning.Of(role)).ToList();
        if (tooFew.Count > 0) return Refusal.Invalid(tooFew.ToDictionary(role => $"manning.{Wire.Name(role)}", role => new List<Words> { StillHeld(role) }));
        OpenPlaces(manning);
        Version++;
        Announce(new CharterChanged(Id, ["manning"], Moved: false));
        return null;
    }

    /// <summary>Whoever holds a place keeps it; places are opened or taken away until it is so many.</summary>
    private void OpenPlaces(Manning manning)
    {
        places.RemoveAll(place => place.IsOpen);
        var missing = manning.Roles.ToList();
        foreach (var held in places) missing.Remove(held.Role);
        places.AddRange(missing.Select(role => new Place(OperatorId, Id, role)));
    }

    private Words StillHeld(CrewRole role) => Holders(role).Count() is var count && count == 1
        ? new("One {0} is aboard. They give up their place first.", role.Word())
        : new("{0} {1} are aboard. Somebody gives up their place first.", count, role.Word(count));

    private Refusal? Confirm(Place place, By by)
    {
        if (!place.Awaits(by)) return null;
        if (!IsCrewOpen) return CrewIsFixed();
        place.Confirm(by);
        Announce(new RoleConfirmed(Id, place.Id, place.Role, place.MemberId!.Value));
        return null;
    }

    private static Refusal NotQualified(CrewRole role, Member member, By by) => by.MemberId == member.Id
        ? Refusal.Forbidden(new Words("You are not qualified as {0}. The office can change that.", role.Word()), "not_qualified")
        : Refusal.Invalid("member_id", new Words("{0} is not qualified as {1}.", member.Name, role.Word()));

    private static Refusal AlreadyAboard(Place held, Member member) =>
        Refusal.Conflict("already_aboard", new Words("{0} is already {1} on this charter.", member.Name, held.Role.Word()));

    private Refusal CrewIsFixed() => TooLateToChange("This charter is {0}; its crew can no longer change.");

    /// <summary>The door adds the holders' names: the charter knows only who they are.</summary>
    private Refusal Taken(CrewRole role) =>
        Refusal.Conflict(
            PlaceTaken,
            "Every place of this role is taken.",
            ("holders", Holders(role).Select(place => place.MemberId!.Value).ToList()));
}
