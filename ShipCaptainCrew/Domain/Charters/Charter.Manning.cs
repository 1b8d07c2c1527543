using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>How many positions a charter has in each role.</summary>
public sealed partial class Charter
{
    /// <summary>Sets the number of positions per role. A position that is held must be given up first.</summary>
    public Refusal? Man(Manning manning)
    {
        if (manning == Manning) return null;
        if (!IsCrewOpen) return CrewIsFixed();
        var held = positions.Where(position => !position.IsOpen).Select(position => position.Role).ToList();
        var tooFew = Enum.GetValues<CrewRole>().Where(role => held.Count(other => other == role) > manning.Of(role));
        var errors = tooFew.ToDictionary(
            role => $"manning.{WireNames.Name(role)}", role => new List<LocalizedText> { StillHeld(role) });
        if (errors.Count > 0) return Refusal.Invalid(errors);
        OpenPositions(manning);
        Version++;
        Raise(new CharterChanged(Id, ["manning"], Moved: false));
        return null;
    }

    /// <summary>Adds or removes open positions until there are as many as given. Held positions stay.</summary>
    private void OpenPositions(Manning manning)
    {
        positions.RemoveAll(position => position.IsOpen);
        var missing = manning.Roles.ToList();
        foreach (var held in positions) missing.Remove(held.Role);
        positions.AddRange(missing.Select(role => new CrewPosition(OperatorId, Id, role)));
    }

    private LocalizedText StillHeld(CrewRole role) => Holders(role).Count() is var count && count == 1
        ? new("One {0} is assigned. They have to give up the role first.", role.Label())
        : new("{0} {1} are assigned. Somebody has to give up the role first.", count, role.Label(count));
}
