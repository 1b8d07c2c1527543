using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Status changes that happen automatically.</summary>
public sealed partial class ClockTests
{
    [Fact]
    public void Boarding_opens_automatically_from_its_time_until_the_planned_end()
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
    public void Drafts_cancelled_charters_and_charters_without_times_do_not_change_automatically()
    {
        var timeless = new Charter(Operator, Plan() with { Departure = null, Return = null }, "UTC", null);
        timeless.Publish(ByKim(8));

        Assert.All([Draft(), In(CharterStatus.Cancelled), timeless],
            charter => Assert.False(charter.FollowClock(At(17, 30), isGateOpen: true)));
    }

    [Fact]
    public void Lines_off_is_possible_from_boarding_time_on_even_if_boarding_is_not_saved_yet()
    {
        var charter = Scheduled();
        Assert.Equal("wrong_state", charter.Depart(null, [], null, ByKim(16, 59))!.Code);

        Assert.Null(charter.Depart(null, [], null, ByKim(17, 30)));

        Assert.Equal([(CharterStatus.Boarding, At(17), true), (CharterStatus.Underway, At(17, 30), false)],
            charter.TakeEvents().Cast<CharterMoved>().Select(moved => (moved.To, moved.At, moved.ByClock)));
    }
}
