using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed class GateTests
{
    [Fact]
    public void With_everyone_aboard_and_everything_done_the_gate_is_open() =>
        Assert.Empty(Gate.Of(Crewed(), Aurora, [], [], GuestManifest.Nobody));

    [Fact]
    public void Without_a_captain_nobody_sails()
    {
        var charter = Draft();
        charter.Claim(CrewRole.Deckhand, Sam, ByKim(9));

        Assert.Contains((Gate.CaptainMissing, "Nobody is captain.", false), Lines(charter));
    }

    [Fact]
    public void Each_role_that_is_short_is_told_with_its_number_and_so_is_the_vessels_smallest_crew() => Assert.Equal(
        [
            (Gate.ManningShort, "1 first mate still wanted.", false),
            (Gate.ManningShort, "2 deckhands still wanted.", false),
            (Gate.ManningShort, "Aurora sails with a crew of 2 at least; so far it is 1.", false),
        ],
        Lines(Scheduled(manning: new(1, 1, 2))));

    [Fact]
    public void Fewer_places_than_the_vessel_needs_do_not_make_a_smaller_crew_enough() =>
        Assert.Equal([(Gate.ManningShort, "Aurora sails with a crew of 2 at least; so far it is 1.", false)],
            Lines(Scheduled(manning: new(1, 0, 0))));

    [Fact]
    public void Guests_have_a_limit_and_everybody_together_another()
    {
        Assert.Empty(Lines(Crewed(guests: 12)));
        Assert.Equal(
            [
                (Gate.OverCapacity, "Aurora carries 12 guests at most; there are 13.", false),
                (Gate.OverCapacity, "Aurora carries 14 persons at most, crew included; there are 15.", false),
            ],
            Lines(Crewed(guests: 13)));
    }

    [Fact]
    public void A_no_sail_defect_holds_the_boat_until_it_is_put_right_and_lesser_ones_do_not()
    {
        var (steering, cushion) = (
            Fault("Steering is stiff", Severity.NoSail), Fault("Cushion torn", Severity.Serious));

        var line = Assert.Single(Gate.Of(Crewed(), Aurora, [], [steering, cushion], GuestManifest.Nobody));

        Assert.Equal((Gate.NoSailDefect, "No-sail defect on Aurora: Steering is stiff", false, steering.Id),
            (line.Code, line.Message.ToString(), line.MayBeOverridden, line.Id));
        steering.Close("Greased", ByKim(12));
        Assert.Empty(Gate.Of(Crewed(), Aurora, [], [steering, cushion], GuestManifest.Nobody));
    }

    [Fact]
    public void Required_items_before_departure_wait_for_done_and_the_captain_may_sail_past_them()
    {
        var charter = Crewed();
        var before =
            List(
                charter, Phase.PreDeparture, ("Navigation lights", true), ("Bilge pump", true), ("Fresh water", false));
        var after = List(charter, Phase.PostReturn, ("Shore power", true));
        before.Mark(
            [new(before.Items[0].Id, ItemState.Complete, null), new(before.Items[1].Id, ItemState.InProgress, null)],
            ByKim(16));

        var line = Assert.Single(Gate.Of(charter, Aurora, [before, after], [], GuestManifest.Nobody));

        Assert.Equal((Gate.ItemOpen, "Not done: Bilge pump", true, before.Items[1].Id),
            (line.Code, line.Message.ToString(), line.MayBeOverridden, line.Id));
    }

    [Theory]
    [InlineData(Gate.CaptainMissing)]
    [InlineData(Gate.ManningShort)]
    [InlineData(Gate.OverCapacity)]
    [InlineData(Gate.NoSailDefect)]
    public void No_word_of_the_captains_sails_past_what_is_never_to_be_overridden(string code)
    {
        var charter = In(CharterStatus.Boarding);

        var refusal =
            charter.Depart(null, [new(code, "No.", MayBeOverridden: false), Open], "We know her", ByKim(17, 30));

        Assert.Equal("gate_closed", refusal!.Code);
        Assert.Equal([code, Gate.ItemOpen],
            ((IReadOnlyList<Blocker>)refusal.Extensions!["blockers"]!).Select(line => line.Code));
        Assert.Equal((CharterStatus.Boarding, null, false), (charter.Status, charter.Override, charter.HasEvents));
    }

    [Fact]
    public void The_captains_reason_is_kept_with_what_it_overrode()
    {
        var charter = In(CharterStatus.Boarding);
        Assert.Equal("gate_closed", charter.Depart(null, [Open], null, ByKim(17, 30))!.Code);

        Assert.Null(charter.Depart(null, [Open, Open], "Ice comes by dinghy", ByKim(17, 35)));

        Assert.Equal(new("Ice comes by dinghy", Kim.Id, At(17, 35)), charter.Override);
        var told = Assert.Single(charter.TakeEvents().OfType<GateOverridden>());
        Assert.Equal("Ice comes by dinghy", told.Reason);
        Assert.Equal([Gate.ItemOpen], told.Codes);
    }

    [Fact]
    public void A_reason_that_was_not_needed_is_not_kept()
    {
        var charter = In(CharterStatus.Boarding);

        Assert.Null(charter.Depart(null, [], "Just in case", ByKim(17, 30)));

        Assert.Null(charter.Override);
    }

    private static readonly Blocker Open =
        new(Gate.ItemOpen, "Not done: Ice", MayBeOverridden: true, Guid.CreateVersion7());

    private static Charter Crewed(int? guests = null)
    {
        var charter = Scheduled(guests: guests);
        charter.Claim(CrewRole.Deckhand, Sam, ByKim(9));
        return charter;
    }

    private static Defect Fault(string what, Severity severity) =>
        new(Operator, Aurora.Id, what, severity, null, null, ByKim(9));

    private static IEnumerable<(string, string, bool)> Lines(Charter charter) =>
        Gate.Of(charter, Aurora, [], [], GuestManifest.Nobody)
            .Select(line => (line.Code, line.Message.ToString(), line.MayBeOverridden));
}
