using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Aurora was to be back at 20:00, needs half an hour and leaves again at 20:30.</summary>
public sealed class TurnaroundTests
{
    [Theory]
    [InlineData("12:00", null)]
    [InlineData("17:30", null)]
    [InlineData("17:45", "20:15")]
    public void Who_leaves_late_comes_back_late(string now, string? back) =>
        Says(back, Charter(CharterStatus.Boarding, Away, Back), now);

    [Theory]
    [InlineData("19:00", null)]
    [InlineData("20:00", null)]
    [InlineData("20:10", "20:10")]
    public void Who_is_out_is_not_back_before_now(string now, string? back) =>
        Says(back, Charter(CharterStatus.Underway, Away, Back), now);

    [Theory]
    [InlineData("19:50", null)]
    [InlineData("20:05", "20:05")]
    public void Who_is_back_is_back_since_then(string returned, string? back) =>
        Says(back, Charter(CharterStatus.Returned, Away, Back, returned: At(returned)), "20:20");

    [Fact]
    public void Who_is_overdue_may_not_be_back_at_all()
    {
        var warning = Assert.Single(Check(Charter(CharterStatus.Underway, Away, Back), "20:30", At("23:00")));

        Assert.Equal(("turnaround_short", "“Harbor tour” is overdue: Aurora may not be back in time."),
            (warning.Code, $"{warning.Message}"));
    }

    [Fact]
    public void One_that_never_left_keeps_nobody_waiting() =>
        Assert.Empty(Check(Charter(CharterStatus.Scheduled, Away, Back), "20:01", At("20:30")));

    private static void Says(string? back, Charter before, string now) => Assert.Equal(
        back is null ? [] : [$"Aurora needs 30 minutes after “Harbor tour”, which is back at {back}."],
        Check(before, now, At("20:30")).Select(warning => $"{warning.Message}"));

    private static IEnumerable<ShipCaptainCrew.Domain.Warning> Check(
        Charter before, string now, DateTimeOffset departure) =>
        Turnaround.Check(departure, Aurora(), before, Pacific, At(now), TimeSpan.FromMinutes(30));
}
