using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Automatic changes after an undo.</summary>
public sealed partial class ClockTests
{
    [Fact]
    public void An_undone_automatic_change_is_not_repeated_until_a_person_changes_the_status()
    {
        var charter = Scheduled(automatic: true);
        charter.FollowClock(At(17, 31), isGateOpen: true);
        charter.Undo("Still alongside", ByKim(17, 33));

        Assert.False(charter.FollowClock(At(17, 40), isGateOpen: true));
        Assert.Equal((CharterStatus.Boarding, true), (charter.Status, charter.ClockHeld));

        charter.Depart(null, [], null, ByKim(17, 45));
        Assert.False(charter.ClockHeld);
    }

    [Fact]
    public void A_change_undone_before_its_time_still_happens_automatically_at_its_time()
    {
        var charter = Scheduled();
        charter.Board(ByKim(12));
        charter.Undo("Wrong day", ByKim(12, 1));

        Assert.True(charter.FollowClock(At(17), isGateOpen: true));
    }

    [Fact]
    public void A_departure_that_a_person_undid_does_not_happen_automatically()
    {
        var charter = Scheduled(automatic: true);
        charter.Depart(null, [], null, ByKim(17, 32));
        charter.Undo(null, ByKim(17, 33));

        Assert.False(charter.FollowClock(At(17, 34), isGateOpen: true));
    }
}
