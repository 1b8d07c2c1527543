using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>When a charter lapses or becomes overdue.</summary>
public sealed partial class ClockTests
{
    [Fact]
    public void A_charter_lapses_at_its_planned_end_without_lines_off()
    {
        Assert.Equal([false, true],
            new[] { At(20).AddTicks(-1), At(20) }.Select(Scheduled().HasLapsed));
        Assert.True(In(CharterStatus.Boarding).HasLapsed(At(20)));
        Assert.False(Draft().HasLapsed(At(20)));
        Assert.False(In(CharterStatus.Underway).HasLapsed(At(20)));
    }

    [Fact]
    public void Without_a_return_time_the_planned_end_is_twelve_hours_after_departure()
    {
        var charter = new Charter(Operator, Plan() with { Return = null }, "UTC", TypeOf(automatic: true));
        charter.Publish(ByKim(8));

        Assert.Equal(At(5, 30).AddDays(1), charter.PlannedEnd);
        Assert.True(charter.FollowClock(At(5, 29).AddDays(1), isGateOpen: true));
        Assert.Equal(CharterStatus.Underway, charter.Status);
        Assert.False(charter.FollowClock(At(5, 30).AddDays(2), isGateOpen: true));
        Assert.False(charter.IsOverdue(At(5, 30).AddDays(2), TimeSpan.Zero));
    }

    [Fact]
    public void Only_a_charter_underway_becomes_overdue()
    {
        Assert.True(In(CharterStatus.Underway).IsOverdue(At(20), TimeSpan.Zero));
        Assert.False(In(CharterStatus.Boarding).IsOverdue(At(23), TimeSpan.Zero));
        Assert.False(In(CharterStatus.Returned).IsOverdue(At(23), TimeSpan.Zero));
    }
}
