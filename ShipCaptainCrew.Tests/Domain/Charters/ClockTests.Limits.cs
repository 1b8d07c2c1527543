using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>The exact times at which something is due.</summary>
public sealed partial class ClockTests
{
    [Fact]
    public void Boarding_is_due_from_its_time_until_just_before_the_planned_end()
    {
        var charter = Scheduled();

        Assert.Equal([false, true, true, false],
            new[] { At(17).AddTicks(-1), At(17), At(20).AddTicks(-1), At(20) }.Select(charter.IsBoardingDue));
        Assert.Equal((CharterStatus.Scheduled, CharterStatus.Boarding),
            (charter.StatusAt(At(17).AddTicks(-1)), charter.StatusAt(At(17))));
        Assert.False(In(CharterStatus.Boarding).IsBoardingDue(At(17, 30)));
    }

    [Fact]
    public void Departure_is_due_from_its_time_until_just_before_the_planned_end()
    {
        var charter = Scheduled(automatic: true);
        charter.FollowClock(At(17), isGateOpen: true);

        Assert.Equal([false, true, true, false],
            new[] { At(17, 30).AddTicks(-1), At(17, 30), At(20).AddTicks(-1), At(20) }
                .Select(charter.IsDepartureDue));
        charter.TakeEvents();
        charter.FollowClock(At(17, 40), isGateOpen: true);
        Assert.Equal(
            new CharterMoved(charter.Id, CharterStatus.Boarding, CharterStatus.Underway, At(17, 30), ByClock: true),
            Assert.Single(charter.TakeEvents()));
    }

    [Fact]
    public void Return_is_due_from_its_time_on()
    {
        var charter = Scheduled(automatic: true);
        charter.FollowClock(At(17, 30), isGateOpen: true);

        Assert.Equal([false, true, true],
            new[] { At(20).AddTicks(-1), At(20), At(23) }.Select(charter.IsReturnDue));
        Assert.True(charter.FollowClock(At(20), isGateOpen: false));
        Assert.Equal(
            new CharterMoved(charter.Id, CharterStatus.Underway, CharterStatus.Returned, At(20), ByClock: true),
            charter.TakeEvents()[^1]);
    }

    [Fact]
    public void An_undone_return_is_not_repeated_automatically()
    {
        var charter = Scheduled(automatic: true);
        charter.FollowClock(At(17, 30), isGateOpen: true);
        charter.FollowClock(At(20), isGateOpen: true);

        charter.Undo("Still out", ByKim(20, 1));

        Assert.Equal((CharterStatus.Underway, true), (charter.Status, charter.ClockHeld));
        Assert.False(charter.FollowClock(At(20, 2), isGateOpen: true));
    }

    [Fact]
    public void An_undone_boarding_is_not_repeated_automatically_and_does_not_count_as_open()
    {
        var charter = Scheduled();
        charter.FollowClock(At(17), isGateOpen: true);

        charter.Undo("Storm", ByKim(17, 1));

        Assert.Equal(CharterStatus.Scheduled, charter.StatusAt(At(17, 2)));
        Assert.False(charter.FollowClock(At(17, 2), isGateOpen: true));
        Assert.Null(charter.Board(ByKim(17, 3)));
        Assert.False(charter.ClockHeld);
    }
}
