using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Confirmations of what happened automatically.</summary>
public sealed partial class LifecycleTests
{
    [Fact]
    public void A_late_confirmation_takes_the_planned_times_and_an_early_one_the_present_time()
    {
        var (late, early) = (ReturnedAutomatically(), Scheduled(automatic: true));
        early.FollowClock(At(17, 30), isGateOpen: true);

        Assert.Null(late.MarkReturned(null, ByKim(20, 5)));
        Assert.Null(early.Depart(null, [], null, ByKim(17, 30)));

        Assert.Equal((null, At(20)), (late.ActualDeparture, late.ActualReturn));
        var given = Scheduled(automatic: true);
        given.FollowClock(At(17, 30), isGateOpen: true);
        Assert.Null(given.Depart(At(17, 20), [], null, ByKim(17, 40)));
        Assert.Equal(At(17, 20), given.ActualDeparture);
        Assert.Equal(At(17, 30), early.ActualDeparture);
        Assert.Null(early.Depart(At(17, 20), [], null, ByKim(17, 40)));
        Assert.Equal(At(17, 30), early.ActualDeparture);
    }

    [Fact]
    public void A_confirmed_return_must_be_after_the_actual_departure()
    {
        var charter = ReturnedAutomatically();
        charter.Correct(At(17, 40), null, null, ByKim(20, 5));

        var refusal = charter.MarkReturned(At(17, 40), ByKim(20, 6))!;

        Assert.Equal("The return must be after lines off.", $"{Assert.Single(refusal.Errors!["at"])}");
        Assert.Null(charter.ActualReturn);
        Assert.Null(charter.MarkReturned(At(17, 41), ByKim(20, 6)));
    }

    [Fact]
    public void A_replan_after_a_confirmation_does_not_move_it_into_the_future()
    {
        var type = TypeOf(automatic: true);
        var charter = new Charter(Operator, Plan(), "UTC", type);
        charter.Publish(ByKim(8));
        charter.FollowClock(At(17, 30), isGateOpen: true);
        Assert.Null(charter.Replan(charter.Plan with { Departure = At(19) }, "UTC", type));

        Assert.Null(charter.Depart(null, [], null, ByKim(18)));

        Assert.Equal(At(18), charter.ActualDeparture);
    }

    [Fact]
    public void Correcting_a_time_that_was_not_entered_yet_needs_no_reason()
    {
        var charter = ReturnedAutomatically();

        Assert.Null(charter.Correct(At(17, 31), At(20, 1), null, ByKim(21)));
        Assert.Equal(["actual_departure", "actual_return"],
            charter.TakeEvents().Cast<TimeSet>().Select(set => set.Field));
        Assert.Equal("Give a reason for changing the time.",
            $"{charter.Correct(null, At(20, 2), null, ByKim(21))!.FirstMessage}");
        Assert.Null(charter.Correct(null, null, null, ByKim(21)));
        Assert.Null(charter.Correct(null, At(20, 2), "By the log", ByKim(21)));
        Assert.Equal(At(20, 2), charter.ActualReturn);
    }

    private static Charter ReturnedAutomatically()
    {
        var charter = Scheduled(automatic: true);
        charter.FollowClock(At(17, 30), isGateOpen: true);
        charter.FollowClock(At(20), isGateOpen: true);
        charter.TakeEvents();
        return charter;
    }
}
