using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.SanDiegoCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Exactly enough time, and charters without a return time.</summary>
public sealed partial class TurnaroundTests
{
    [Theory]
    [InlineData(30, false)]
    [InlineData(29, true)]
    public void Exactly_the_needed_minutes_are_enough(int minutes, bool isShort) => Assert.Equal(
        isShort,
        Check(Charter(CharterStatus.Scheduled, PlannedDeparture, PlannedReturn), "12:00",
            PlannedReturn.AddMinutes(minutes)).Any());

    [Fact]
    public void A_charter_without_a_return_time_is_back_when_it_departs()
    {
        var charter = Charter(CharterStatus.Scheduled, PlannedDeparture, null);

        Assert.Empty(Check(charter, "12:00", At("18:00")));
        Assert.Equal(["Aurora needs 30 minutes after “Harbor tour”, which is back at 5:30 PM."],
            Check(charter, "12:00", At("17:59")).Select(warning => $"{warning.Message}"));
    }

    [Theory]
    [InlineData("17:30", null)]
    [InlineData("17:31", "8:01 PM")]
    [InlineData("19:59", "10:29 PM")]
    [InlineData("20:00", null)]
    public void A_charter_is_delayed_from_its_departure_until_its_planned_end(string now, string? back) =>
        AssertWarning(back, Charter(CharterStatus.Scheduled, PlannedDeparture, PlannedReturn), now);

    [Fact]
    public void A_charter_underway_is_back_at_its_planned_return_if_that_is_still_to_come() => Assert.Equal(
        ["Aurora needs 30 minutes after “Harbor tour”, which is back at 8:00 PM."],
        Check(Charter(CharterStatus.Underway, PlannedDeparture, PlannedReturn), "19:00", At("20:29"))
            .Select(warning => $"{warning.Message}"));

    [Fact]
    public void A_cancelled_charter_is_not_delayed() => AssertWarning(
        null, Charter(CharterStatus.Cancelled, PlannedDeparture, PlannedReturn), "19:00");

    [Fact]
    public void A_charter_that_came_back_early_leaves_more_time() => Assert.Empty(Check(
        Charter(CharterStatus.Returned, PlannedDeparture, PlannedReturn, returned: At("19:00")), "19:10",
        At("19:30")));
}
