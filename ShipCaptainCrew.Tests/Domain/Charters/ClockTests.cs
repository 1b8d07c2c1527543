using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>What the ship's own clock does to a charter.</summary>
public sealed class ClockTests
{
    [Fact]
    public void Boarding_opens_by_itself_at_its_time_and_not_before_and_not_after_the_sail()
    {
        Assert.False(Scheduled().FollowClock(At(16, 59), isGateOpen: true));
        Assert.False(Scheduled().FollowClock(At(20), isGateOpen: true));
        var charter = Scheduled();

        Assert.True(charter.FollowClock(At(17, 2), isGateOpen: false));

        Assert.Equal(
            new CharterMoved(charter.Id, CharterStatus.Scheduled, CharterStatus.Boarding, At(17), ByClock: true),
            Assert.Single(charter.TakeEvents()));
        Assert.Equal(new(CharterStatus.Scheduled, At(17, 2), null), charter.LastMove);
        Assert.False(charter.FollowClock(At(17, 30), isGateOpen: true));
    }

    [Fact]
    public void A_draft_a_cancelled_charter_and_one_without_times_stay_as_they_are()
    {
        var timeless = new Charter(Operator, Plan() with { Departure = null, Return = null }, "UTC", null);
        timeless.Publish(ByKim(8));

        Assert.All([Draft(), In(CharterStatus.Cancelled), timeless],
            charter => Assert.False(charter.FollowClock(At(17, 30), isGateOpen: true)));
    }

    [Fact]
    public void Lines_off_works_from_the_boarding_time_on_whether_or_not_anybody_wrote_that_boarding_is_open()
    {
        var charter = Scheduled();
        Assert.Equal("wrong_state", charter.Depart(null, [], null, ByKim(16, 59))!.Code);

        Assert.Null(charter.Depart(null, [], null, ByKim(17, 30)));

        Assert.Equal([(CharterStatus.Boarding, At(17), true), (CharterStatus.Underway, At(17, 30), false)],
            charter.TakeEvents().Cast<CharterMoved>().Select(moved => (moved.To, moved.At, moved.ByClock)));
    }

    [Fact]
    public void Only_where_the_type_says_so_and_the_gate_is_green_does_the_schedule_let_go_the_lines()
    {
        var (byHand, held, green) = (Scheduled(), Scheduled(automatic: true), Scheduled(automatic: true));

        byHand.FollowClock(At(17, 31), isGateOpen: true);
        held.FollowClock(At(17, 31), isGateOpen: false);
        green.FollowClock(At(17, 31), isGateOpen: true);

        Assert.Equal([CharterStatus.Boarding, CharterStatus.Boarding, CharterStatus.Underway],
            [byHand.Status, held.Status, green.Status]);
        Assert.Equal((true, null), (green.IsDepartureUnconfirmed, green.ActualDeparture));
        held.FollowClock(At(17, 50), isGateOpen: true);
        Assert.Equal(CharterStatus.Underway, held.Status);
    }

    [Fact]
    public void What_the_clock_did_is_unconfirmed_until_a_person_says_so_at_the_planned_time_or_another()
    {
        var charter = Scheduled(automatic: true);
        charter.FollowClock(At(17, 31), isGateOpen: true);
        charter.FollowClock(At(20, 1), isGateOpen: true);
        charter.TakeEvents();
        Assert.Equal((CharterStatus.Returned, true, true),
            (charter.Status, charter.IsDepartureUnconfirmed, charter.IsReturnUnconfirmed));

        Assert.Null(charter.Correct(At(17, 40), null, null, ByKim(20, 5)));
        Assert.Null(charter.ComeBack(null, ByKim(20, 5)));

        Assert.Equal((At(17, 40), At(20)), (charter.ActualDeparture, charter.ActualReturn));
        Assert.Equal((false, false), (charter.IsDepartureUnconfirmed, charter.IsReturnUnconfirmed));
        Assert.All(charter.TakeEvents().Cast<TimeSet>(), set => Assert.Equal((null, null), (set.From, set.Reason)));
        Assert.Null(charter.ComeBack(At(20, 3), ByKim(20, 6)));
        Assert.Equal(At(20), charter.ActualReturn);
    }

    [Fact]
    public void Who_let_go_the_lines_makes_them_fast_again_and_is_looked_for_otherwise()
    {
        var (byHand, confirmed) = (Scheduled(automatic: true), Scheduled(automatic: true));
        byHand.Depart(null, [], null, ByKim(17, 30));
        confirmed.FollowClock(At(17, 30), isGateOpen: true);
        confirmed.Depart(null, [], null, ByKim(17, 45));

        Assert.All([byHand, confirmed], charter =>
        {
            Assert.False(charter.FollowClock(At(20, 30), isGateOpen: true));
            Assert.False(charter.IsOverdue(At(20, 29), TimeSpan.FromMinutes(30)));
            Assert.True(charter.IsOverdue(At(20, 30), TimeSpan.FromMinutes(30)));
        });
    }

    [Fact]
    public void What_was_taken_back_the_clock_does_not_do_again_until_a_person_has_moved_it()
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
    public void What_a_person_took_back_before_its_time_still_happens_at_its_time()
    {
        var charter = Scheduled();
        charter.Board(ByKim(12));
        charter.Undo("Wrong day", ByKim(12, 1));

        Assert.True(charter.FollowClock(At(17), isGateOpen: true));
    }

    [Fact]
    public void Lines_that_a_person_let_go_and_took_back_are_not_let_go_by_the_clock()
    {
        var charter = Scheduled(automatic: true);
        charter.Depart(null, [], null, ByKim(17, 32));
        charter.Undo(null, ByKim(17, 33));

        Assert.False(charter.FollowClock(At(17, 34), isGateOpen: true));
    }
}
