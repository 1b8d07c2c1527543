using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Domain.Guests;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Limits of the vessel, and what the guests add to the gate.</summary>
public sealed partial class GateTests
{
    [Theory]
    [InlineData(12, 2, 0)]
    [InlineData(13, 0, 1)]
    [InlineData(12, 3, 1)]
    [InlineData(13, 2, 2)]
    public void A_limit_is_exceeded_only_by_more_persons_than_it(int guests, int crew, int warnings) =>
        Assert.Equal(warnings, Gate.Overload(Aurora, guests, crew).Count());

    [Fact]
    public void A_vessel_without_a_limit_of_persons_has_only_that_of_passengers()
    {
        var vessel = VesselWith(persons: null);

        Assert.Empty(Gate.Overload(vessel, 12, 100));
        Assert.Equal(12, Gate.Room(FullyCrewed(), vessel));
    }

    [Theory]
    [InlineData(14, 12)]
    [InlineData(13, 11)]
    [InlineData(40, 12)]
    public void There_is_room_for_the_passengers_or_for_the_persons_without_the_crew(int persons, int room) =>
        Assert.Equal(room, Gate.Room(FullyCrewed(), VesselWith(persons)));

    [Fact]
    public void Guests_who_are_coming_count_instead_of_the_expected_number()
    {
        var charter = FullyCrewed(guests: 13);
        Guest[] guests = [GuestWith(GuestStatus.Boarded), GuestWith(GuestStatus.NoShow)];

        Assert.DoesNotContain(Gate.OverCapacity, CodesOf(charter, Aurora, guests));
        Assert.Contains(Gate.OverCapacity, CodesOf(charter, Aurora, [GuestWith(GuestStatus.NoShow)]));
        Assert.Contains(Gate.OverCapacity, CodesOf(FullyCrewed(), VesselWith(persons: 2), guests));
        Assert.DoesNotContain(Gate.OverCapacity, CodesOf(FullyCrewed(), VesselWith(persons: 3), guests));
    }

    [Fact]
    public void A_crew_of_two_must_count_the_guests_twice()
    {
        Guest[] guests = [GuestWith(GuestStatus.Boarded)];
        var muster = new Muster(Operator, Guid.CreateVersion7());
        muster.Count(CountOf.Departure, 1, ByKim(17));
        var alone = VesselWith(persons: null, crew: 1);

        Assert.Contains(
            GuestManifest.HeadCountMissing,
            Gate.Of(FullyCrewed(), alone, [], [], new(guests, muster, false)).Select(blocker => blocker.Code));
        Assert.DoesNotContain(
            GuestManifest.HeadCountMissing,
            Gate.Of(Scheduled(), alone, [], [], new(guests, muster, false)).Select(blocker => blocker.Code));
    }

    [Fact]
    public void A_list_for_the_time_underway_does_not_block_departure()
    {
        var charter = FullyCrewed();

        Assert.Empty(Gate.Of(
            charter, Aurora, [List(charter, Phase.Underway, ("Lookout", true))], [], GuestManifest.Nobody));
    }

    [Theory]
    [InlineData(Gate.ItemOpen, "items not done")]
    [InlineData(GuestManifest.WaiverUnsigned, "waivers not signed")]
    [InlineData(GuestManifest.HeadCountMissing, "head count missing")]
    [InlineData(GuestManifest.HeadCountMismatch, "head counts that do not match")]
    [InlineData(GuestManifest.OrientationMissing, "safety talk not given to everyone")]
    [InlineData(GuestManifest.CountNotSentAshore, "count not sent ashore")]
    [InlineData("ice_too_thick", "ice too thick")]
    public void A_blocker_has_a_short_label(string code, string label) => Assert.Equal(label, Gate.Label(code).Text);

    private static IEnumerable<string> CodesOf(Charter charter, Vessel vessel, Guest[] guests) =>
        Gate.Of(charter, vessel, [], [], new(guests, null, false)).Select(blocker => blocker.Code);

    private static Guest GuestWith(GuestStatus status)
    {
        var guest = new Guest(
            Operator, Guid.CreateVersion7(), new() { Name = "Ben" }, GuestSource.Office, ByKim(9));
        guest.Mark(status, ByKim(17));
        return guest;
    }

    private static Vessel VesselWith(int? persons, int? crew = null) => new(Operator, new()
    {
        Name = "Aurora",
        PassengerCapacity = 12,
        MaxPersons = persons,
        MinimumCrew = crew,
    });
}
