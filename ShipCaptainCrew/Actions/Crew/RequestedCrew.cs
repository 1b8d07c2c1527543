using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Actions.Crew;

/// <summary>The crew that the office asks for. A line of <c>Others</c> without a member stays open.</summary>
public sealed record RequestedCrew(Member? Captain, IReadOnlyList<(CrewRole Role, Member? Member)> Others)
{
    /// <summary>Assigns the positions; a member who cannot be assigned becomes an error of their field.</summary>
    public Refusal? Fill(Charter charter, Actor actor, Input input)
    {
        if (Captain is not null && charter.AppointCaptain(Captain, actor) is { } refusal) return refusal;
        for (var i = 0; i < Others.Count; i++)
        {
            if (Others[i] is (var role, { } member) && charter.Claim(role, member, actor) is { } refused)
                input.Error($"crew[{i}].member_id", refused.FirstMessage);
        }

        return input.Refusal;
    }
}
