using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Actual times and their corrections.</summary>
public sealed partial class LifecycleTests
{
    [Fact]
    public void Lines_off_and_all_fast_happen_now_unless_a_time_is_given()
    {
        var charter = In(CharterStatus.Boarding);

        Assert.Null(charter.Depart(At(17, 25), [], null, ByKim(17, 40)));
        Assert.Null(charter.MarkReturned(null, ByKim(20, 10)));

        Assert.Equal((At(17, 25), At(20, 10)), (charter.ActualDeparture, charter.ActualReturn));
        Assert.Equal([(At(17, 25), false), (At(20, 10), false)],
            charter.TakeEvents().Cast<CharterMoved>().Select(moved => (moved.At, moved.ByClock)));
        Assert.Equal(At(20, 10), charter.LastMove!.At);
    }

    [Fact]
    public void Times_in_the_future_or_out_of_order_are_refused()
    {
        var (boarding, underway) = (In(CharterStatus.Boarding), In(CharterStatus.Underway));

        Assert.Equal(["at"], boarding.Depart(At(17, 31), [], null, ByKim(17, 30))!.Errors!.Keys);
        Assert.Equal(["at"], underway.MarkReturned(At(20, 1), ByKim(20))!.Errors!.Keys);
        Assert.Equal(["at"], underway.MarkReturned(At(17, 30), ByKim(20))!.Errors!.Keys);
        Assert.Equal((CharterStatus.Boarding, CharterStatus.Underway), (boarding.Status, underway.Status));
        underway.MarkReturned(At(20), ByKim(20, 30));
        Assert.Equal(["at"], underway.Close(ByKim(21), At(19, 59))!.Errors!.Keys);
        Assert.Null(underway.Close(ByKim(21), At(20)));
    }

    [Fact]
    public void A_time_far_from_the_plan_is_accepted_with_a_warning()
    {
        var charter = In(CharterStatus.Boarding);

        Assert.Null(charter.Depart(At(5, 29), [], null, ByKim(17, 30)));

        Assert.Equal("far_from_plan", Assert.Single(charter.DoubtfulTimes()).Code);
        charter.Correct(At(5, 30), null, "Mistyped", ByKim(17, 31));
        Assert.Empty(charter.DoubtfulTimes());
    }

    [Fact]
    public void A_first_actual_time_needs_no_reason_and_a_correction_does()
    {
        var charter = In(CharterStatus.Returned);

        Assert.Equal(["reason"], charter.Correct(At(17, 35), null, null, ByKim(21))!.Errors!.Keys);
        Assert.Null(charter.Correct(At(17, 35), At(20), "By the mate's watch", ByKim(21)));

        Assert.Equal(new TimeSet(charter.Id, "actual_departure", At(17, 30), At(17, 35), "By the mate's watch"),
            Assert.Single(charter.TakeEvents()));
        Assert.Null(charter.Correct(At(17, 35), At(20), null, ByKim(21)));
        Assert.False(charter.HasEvents);
    }

    [Fact]
    public void An_invalid_correction_is_refused_at_its_field()
    {
        var boarding = In(CharterStatus.Boarding);
        var underway = In(CharterStatus.Underway);
        var returned = In(CharterStatus.Returned);

        Assert.Equal(["actual_departure"], boarding.Correct(At(17), null, "Why not", ByKim(17, 30))!.Errors!.Keys);
        Assert.Equal(["actual_return"], underway.Correct(null, At(18), null, ByKim(19))!.Errors!.Keys);
        Assert.Equal(["actual_departure"], returned.Correct(At(21, 1), null, "Late", ByKim(21))!.Errors!.Keys);
        Assert.Equal(["actual_return"], returned.Correct(null, At(21, 1), "Late", ByKim(21))!.Errors!.Keys);
        Assert.Equal(["actual_departure"], returned.Correct(At(20), null, "Late", ByKim(21))!.Errors!.Keys);
        Assert.Equal(["actual_return"], returned.Correct(null, At(17, 30), "Early", ByKim(21))!.Errors!.Keys);
        Assert.All([boarding, underway, returned], charter => Assert.False(charter.HasEvents));
    }
}
