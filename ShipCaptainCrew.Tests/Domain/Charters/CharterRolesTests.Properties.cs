using CsCheck;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Properties that hold for any sequence of claims and releases.</summary>
public sealed partial class CharterRolesTests
{
    [Fact]
    public void Nobody_ever_holds_two_positions_and_each_change_raises_one_event() =>
        Steps.Sample(steps =>
        {
            var charter = PublishedCharter();
            charter.TakeEvents();
            return steps.All(step => IsConsistent(charter, step));
        });

    private static bool IsConsistent(Charter charter, Func<Charter, Refusal?> step)
    {
        var before = Holders(charter);
        var refusal = step(charter);
        var after = Holders(charter);
        var events = charter.TakeEvents().Count(raised => raised.Kind is "role.claimed" or "role.released");
        var changed = before.Except(after).Count() + after.Except(before).Count();
        var areDistinct = after.Select(position => position.Member).Distinct().Count() == after.Count;
        var areQualified = after.All(position =>
            Members.Single(member => member.Id == position.Member).Is(position.Role));
        return areDistinct && areQualified && events == changed && (refusal is null || changed == 0);
    }

    private static List<(CrewRole Role, Guid Member)> Holders(Charter charter) =>
    [
        .. charter.Positions.Where(position => !position.IsOpen)
            .Select(position => (position.Role, position.MemberId!.Value)),
    ];

    private static readonly Gen<Func<Charter, Refusal?>[]> Steps =
        Gen.Select(Gen.Int[0, 4], Gen.Enum<CrewRole>(), Gen.OneOf(Members), Gen.Bool)
            .Select((kind, role, member, byOffice) => (Func<Charter, Refusal?>)(charter => kind switch
            {
                0 => charter.Release(role, member.Id),
                1 => charter.AppointCaptain(member, Office),
                _ => charter.Claim(role, member, byOffice ? Office : By(member)),
            })).Array[1, 30];
}
