using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Releases, confirmations, and the appointment of a captain.</summary>
public sealed partial class CharterRolesTests
{
    [Fact]
    public void Only_the_role_that_a_member_holds_can_be_released()
    {
        var charter = PublishedCharter();
        charter.Claim(CrewRole.FirstMate, Max, By(Max));
        charter.TakeEvents();

        Assert.Null(charter.Release(CrewRole.Deckhand, Max.Id));
        Assert.NotNull(charter.PositionOf(Max.Id));
        Assert.Null(charter.Release(CrewRole.FirstMate, Max.Id));

        var open = charter.Positions.Single(position => position.Role == CrewRole.FirstMate);
        Assert.Equal((true, null, null), (open.IsOpen, open.ClaimedAt, open.ConfirmedAt));
        Assert.Equal(
            new RoleReleased(charter.Id, open.Id, CrewRole.FirstMate, Max.Id, InDraft: false),
            Assert.Single(charter.TakeEvents()));
    }

    [Fact]
    public void Confirming_an_assignment_raises_an_event_once()
    {
        var charter = PublishedCharter();
        charter.Claim(CrewRole.FirstMate, Max, Office);
        var position = charter.PositionOf(Max.Id)!;
        var claimed = Assert.IsType<RoleClaimed>(charter.TakeEvents()[^1]);
        Assert.Equal((position.Id, Max.Id, false, Now),
            (claimed.PositionId, claimed.MemberId, claimed.InDraft, position.ClaimedAt));

        charter.Claim(CrewRole.FirstMate, Max, By(Max));
        charter.Claim(CrewRole.FirstMate, Max, By(Max) with { At = Now.AddHours(1) });

        Assert.Equal(new RoleConfirmed(charter.Id, position.Id, CrewRole.FirstMate, Max.Id),
            Assert.Single(charter.TakeEvents()));
        Assert.Equal(Now, position.ConfirmedAt);
    }

    [Fact]
    public void A_new_captain_replaces_the_previous_one_and_leaves_their_other_position()
    {
        var (charter, ann) = (PublishedCharter(), MemberWith("Ann", CrewRole.Captain));
        charter.AppointCaptain(ann, Office);
        charter.Claim(CrewRole.FirstMate, Kim, Office);
        var (captains, mates) = (charter.PositionOf(ann.Id)!.Id, charter.PositionOf(Kim.Id)!.Id);
        charter.TakeEvents();

        Assert.Null(charter.AppointCaptain(Kim, Office));

        Assert.Equal((Kim.Id, null), (charter.CaptainId, charter.PositionOf(ann.Id)));
        Assert.Empty(charter.Holders(CrewRole.FirstMate));
        Assert.Equal((mates, CrewRole.FirstMate), (charter.PositionOf(Kim.Id)!.Id,
            charter.Positions.Single(position => position.Id == captains).Role));
        Assert.Equal(new(1, 1, 2), charter.Manning);
        Assert.Equal(["role.released", "role.released", "role.claimed"],
            charter.TakeEvents().Select(raised => raised.Kind));
        Assert.Null(charter.AppointCaptain(Kim, Office));
        Assert.False(charter.HasEvents);
        Assert.Equal(["member_id"], charter.AppointCaptain(Sam, Office)!.Errors!.Keys);
        Assert.Equal(Kim.Id, charter.CaptainId);
    }
}
