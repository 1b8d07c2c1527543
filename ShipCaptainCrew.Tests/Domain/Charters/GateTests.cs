using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed partial class GateTests
{
    [Fact]
    public void The_gate_is_open_with_a_full_crew_and_nothing_left_to_do() =>
        Assert.Empty(Gate.Of(FullyCrewed(), Aurora, [], [], GuestManifest.Nobody));

    [Fact]
    public void A_missing_captain_blocks_departure()
    {
        var charter = Draft();
        charter.Claim(CrewRole.Deckhand, Sam, ByKim(9));

        Assert.Contains((Gate.CaptainMissing, "There is no captain.", false), BlockersOf(charter));
    }

    [Fact]
    public void Each_short_role_and_the_minimum_crew_of_the_vessel_are_reported() => Assert.Equal(
        [
            (Gate.ManningShort, "1 first mate still needed.", false),
            (Gate.ManningShort, "2 deckhands still needed.", false),
            (Gate.ManningShort, "Aurora needs a crew of at least 2; so far it has 1.", false),
        ],
        BlockersOf(Scheduled(manning: new(1, 1, 2))));

    [Fact]
    public void Fewer_positions_do_not_lower_the_minimum_crew_of_the_vessel() =>
        Assert.Equal([(Gate.ManningShort, "Aurora needs a crew of at least 2; so far it has 1.", false)],
            BlockersOf(Scheduled(manning: new(1, 0, 0))));

    [Fact]
    public void Guests_and_all_persons_on_board_have_separate_limits()
    {
        Assert.Empty(BlockersOf(FullyCrewed(guests: 12)));
        Assert.Equal(
            [
                (Gate.OverCapacity, "Aurora can carry 12 guests at most; there are 13.", false),
                (Gate.OverCapacity, "Aurora can carry 14 people at most, including crew; there are 15.", false),
            ],
            BlockersOf(FullyCrewed(guests: 13)));
    }

    [Fact]
    public void Only_a_no_sail_defect_blocks_departure_until_it_is_closed()
    {
        var (steering, cushion) = (
            DefectOf("Steering is stiff", Severity.NoSail), DefectOf("Cushion torn", Severity.Serious));

        var blocker = Assert.Single(Gate.Of(FullyCrewed(), Aurora, [], [steering, cushion], GuestManifest.Nobody));

        Assert.Equal((Gate.NoSailDefect, "No-sail problem on Aurora: Steering is stiff", false, steering.Id),
            (blocker.Code, blocker.Message.ToString(), blocker.MayBeOverridden, blocker.Id));
        steering.Close("Greased", ByKim(12));
        Assert.Empty(Gate.Of(FullyCrewed(), Aurora, [], [steering, cushion], GuestManifest.Nobody));
    }

    [Fact]
    public void Open_required_items_before_departure_block_it_and_can_be_overridden()
    {
        var charter = FullyCrewed();
        var before =
            List(
                charter, Phase.PreDeparture, ("Navigation lights", true), ("Bilge pump", true), ("Fresh water", false));
        var after = List(charter, Phase.PostReturn, ("Shore power", true));
        before.Mark(
            [new(before.Items[0].Id, ItemState.Complete, null), new(before.Items[1].Id, ItemState.InProgress, null)],
            ByKim(16));

        var blocker = Assert.Single(Gate.Of(charter, Aurora, [before, after], [], GuestManifest.Nobody));

        Assert.Equal((Gate.ItemOpen, "Not done: Bilge pump", true, before.Items[1].Id),
            (blocker.Code, blocker.Message.ToString(), blocker.MayBeOverridden, blocker.Id));
    }

    private static Charter FullyCrewed(int? guests = null)
    {
        var charter = Scheduled(guests: guests);
        charter.Claim(CrewRole.Deckhand, Sam, ByKim(9));
        return charter;
    }

    private static Defect DefectOf(string what, Severity severity) =>
        new(Operator, Aurora.Id, what, severity, null, null, ByKim(9));

    private static IEnumerable<(string, string, bool)> BlockersOf(Charter charter) =>
        Gate.Of(charter, Aurora, [], [], GuestManifest.Nobody)
            .Select(blocker => (blocker.Code, blocker.Message.ToString(), blocker.MayBeOverridden));
}
