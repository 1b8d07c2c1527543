using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Aurora is planned to be back at 20:00, needs 30 minutes and departs again at 20:30.</summary>
public sealed partial class TurnaroundTests
{
    [Theory]
    [InlineData("12:00", null)]
    [InlineData("17:30", null)]
    [InlineData("17:45", "8:15 PM")]
    public void A_late_departure_delays_the_expected_return(string now, string? back) =>
        AssertWarning(back, Charter(CharterStatus.Boarding, PlannedDeparture, PlannedReturn), now);

    [Theory]
    [InlineData("19:00", null)]
    [InlineData("20:00", null)]
    [InlineData("20:10", "8:10 PM")]
    public void A_charter_underway_is_expected_back_no_earlier_than_now(string now, string? back) =>
        AssertWarning(back, Charter(CharterStatus.Underway, PlannedDeparture, PlannedReturn), now);

    [Theory]
    [InlineData("19:50", null)]
    [InlineData("20:05", "8:05 PM")]
    public void A_returned_charter_counts_from_its_actual_return(string returned, string? back) =>
        AssertWarning(
            back, Charter(CharterStatus.Returned, PlannedDeparture, PlannedReturn, returned: At(returned)), "20:20");

    [Fact]
    public void An_overdue_charter_may_not_be_back_in_time()
    {
        var charter = Charter(CharterStatus.Underway, PlannedDeparture, PlannedReturn);

        var warning = Assert.Single(Check(charter, "20:30", At("23:00")));

        Assert.Equal(("turnaround_short", "“Harbor tour” is overdue: Aurora may not be back in time."),
            (warning.Code, $"{warning.Message}"));
    }

    [Fact]
    public void A_charter_that_never_departed_gives_no_warning() =>
        Assert.Empty(Check(Charter(CharterStatus.Scheduled, PlannedDeparture, PlannedReturn), "20:01", At("20:30")));

    private static void AssertWarning(string? back, Charter before, string now) => Assert.Equal(
        back is null ? [] : [$"Aurora needs 30 minutes after “Harbor tour”, which is back at {back}."],
        Check(before, now, At("20:30")).Select(warning => $"{warning.Message}"));

    private static IEnumerable<ShipCaptainCrew.Domain.Warning> Check(
        Charter before, string now, DateTimeOffset departure) =>
        Turnaround.Check(departure, Aurora(), before, Pacific, At(now), TimeSpan.FromMinutes(30));
}
