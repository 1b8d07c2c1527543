using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

public sealed partial class ClockTests
{
    [Fact]
    public void A_charter_departs_automatically_only_with_automatic_transitions_and_an_open_gate()
    {
        var (manual, blocked, open) = (Scheduled(), Scheduled(automatic: true), Scheduled(automatic: true));

        manual.FollowClock(At(17, 31), isGateOpen: true);
        blocked.FollowClock(At(17, 31), isGateOpen: false);
        open.FollowClock(At(17, 31), isGateOpen: true);

        Assert.Equal([CharterStatus.Boarding, CharterStatus.Boarding, CharterStatus.Underway],
            [manual.Status, blocked.Status, open.Status]);
        Assert.Equal((true, null), (open.IsDepartureUnconfirmed, open.ActualDeparture));
        blocked.FollowClock(At(17, 50), isGateOpen: true);
        Assert.Equal(CharterStatus.Underway, blocked.Status);
    }

    [Fact]
    public void Automatic_departure_and_return_stay_unconfirmed_until_a_person_confirms_them()
    {
        var charter = Scheduled(automatic: true);
        charter.FollowClock(At(17, 31), isGateOpen: true);
        charter.FollowClock(At(20, 1), isGateOpen: true);
        charter.TakeEvents();
        Assert.Equal((CharterStatus.Returned, true, true),
            (charter.Status, charter.IsDepartureUnconfirmed, charter.IsReturnUnconfirmed));

        Assert.Null(charter.Correct(At(17, 40), null, null, ByKim(20, 5)));
        Assert.Null(charter.MarkReturned(null, ByKim(20, 5)));

        Assert.Equal((At(17, 40), At(20)), (charter.ActualDeparture, charter.ActualReturn));
        Assert.Equal((false, false), (charter.IsDepartureUnconfirmed, charter.IsReturnUnconfirmed));
        Assert.All(charter.TakeEvents().Cast<TimeSet>(), set => Assert.Equal((null, null), (set.From, set.Reason)));
        Assert.Null(charter.MarkReturned(At(20, 3), ByKim(20, 6)));
        Assert.Equal(At(20), charter.ActualReturn);
    }

    [Fact]
    public void A_departure_that_a_person_confirmed_does_not_return_automatically_and_becomes_overdue()
    {
        var (manual, confirmed) = (Scheduled(automatic: true), Scheduled(automatic: true));
        manual.Depart(null, [], null, ByKim(17, 30));
        confirmed.FollowClock(At(17, 30), isGateOpen: true);
        confirmed.Depart(null, [], null, ByKim(17, 45));

        Assert.All([manual, confirmed], charter =>
        {
            Assert.False(charter.FollowClock(At(20, 30), isGateOpen: true));
            Assert.False(charter.IsOverdue(At(20, 29), TimeSpan.FromMinutes(30)));
            Assert.True(charter.IsOverdue(At(20, 30), TimeSpan.FromMinutes(30)));
        });
    }
}
