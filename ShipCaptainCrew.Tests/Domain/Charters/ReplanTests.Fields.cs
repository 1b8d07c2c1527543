using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>What a plan sets, and what moves the charter.</summary>
public sealed partial class ReplanTests
{
    [Fact]
    public void A_new_charter_without_a_type_is_logged_and_does_not_change_automatically()
    {
        var created = new Charter(Operator, Plan, Pacific, null);

        Assert.Equal(new CharterCreated(created.Id), Assert.Single(created.TakeEvents()));
        Assert.False(created.AutomaticTransitions);
        Assert.Equal(TimeSpan.FromDays(15), Plan.LongestReach);
    }

    [Fact]
    public void All_fields_of_a_plan_are_kept()
    {
        var plan = Plan with
        {
            Return = Plan.Departure!.Value.AddHours(3),
            ReturnGiven = true,
            GuestsArriveAt = Plan.Departure.Value.AddMinutes(-20),
            Contact = new("Ben Cole", "ben@example.com", "619"),
            Reference = "B-7",
            Notes = "Cake",
        };

        Assert.Null(charter.Replan(plan, "UTC", null));

        Assert.Equal((plan, "UTC", plan.Departure), (charter.Plan, charter.TimeZone, charter.SortAt));
    }

    [Fact]
    public void Another_time_vessel_or_meeting_point_moves_the_charter_and_other_fields_do_not()
    {
        Assert.True(IsMoved(Plan with { Departure = Plan.Departure!.Value.AddMinutes(1) }));
        Assert.True(IsMoved(charter.Plan with { Return = Plan.Departure.Value.AddHours(3) }));
        Assert.True(IsMoved(charter.Plan with { VesselId = Guid.CreateVersion7() }));
        Assert.True(IsMoved(charter.Plan with { MeetingPoint = null }));
        Assert.False(IsMoved(charter.Plan with { Title = "Reef day" }));
        Assert.False(IsMoved(charter.Plan with { GuestsExpected = 9 }));

        bool IsMoved(Plan plan)
        {
            Assert.Null(charter.Replan(plan, Pacific, null));
            return Assert.IsType<CharterChanged>(Assert.Single(charter.TakeEvents())).Moved;
        }
    }

    [Fact]
    public void Names_of_the_API_are_reported_once_for_a_time_and_whether_it_was_given() => Assert.Equal(
        ["event_date", "departure_time", "return_time"],
        Plan.Differing(Plan with
        {
            Date = new(2026, 7, 5),
            Departure = null,
            DepartureGiven = false,
            Return = Plan.Departure,
            ReturnGiven = true,
        }));

    [Fact]
    public void A_charter_without_a_time_is_ordered_by_the_start_of_its_date() => Assert.Equal(
        new DateTimeOffset(2026, 7, 4, 7, 0, 0, TimeSpan.Zero),
        new Charter(Operator, Plan with { Departure = null }, Pacific, null).SortAt);

    [Fact]
    public void The_revision_is_that_of_the_last_log_entry()
    {
        charter.SetRevision(42);

        Assert.Equal(42, charter.Revision);
    }
}
