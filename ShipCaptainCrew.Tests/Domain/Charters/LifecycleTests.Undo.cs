using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Undoing status changes, the last one first.</summary>
public sealed partial class LifecycleTests
{
    [Theory]
    [InlineData(CharterStatus.Scheduled)]
    [InlineData(CharterStatus.Boarding)]
    [InlineData(CharterStatus.Underway)]
    [InlineData(CharterStatus.Returned)]
    [InlineData(CharterStatus.Closed)]
    [InlineData(CharterStatus.Cancelled)]
    public void The_last_status_change_can_be_undone_once_within_15_minutes(CharterStatus state)
    {
        var charter = In(state);
        var (before, moved, earlier) =
            (charter.LastMove!.From, charter.LastMove.At, charter.EarlierMoves.LastOrDefault());
        Assert.Equal("too_late_to_undo", charter.Undo(null, new(Kim.Id, moved.AddMinutes(15).AddTicks(1)))!.Code);

        Assert.Null(charter.Undo("Wrong boat", new(Kim.Id, moved.AddMinutes(15))));

        Assert.Equal((before, earlier), (charter.Status, charter.LastMove));
        Assert.Equal(new MoveUndone(charter.Id, state, before, "Wrong boat"), Assert.Single(charter.TakeEvents()));
        var refusal = charter.Undo(null, new(Kim.Id, moved.AddMinutes(15)))!;
        Assert.Equal((earlier is null ? "nothing_to_undo" : "too_late_to_undo", WireNames.Name(before)),
            (refusal.Code, (string?)refusal.Extensions!["state"]));
    }

    [Fact]
    public void Each_step_can_be_undone_within_its_own_15_minutes_the_last_one_first()
    {
        var charter = In(CharterStatus.Boarding);
        charter.Depart(null, [], null, ByKim(17, 10));
        charter.MarkReturned(null, ByKim(17, 12));
        charter.Close(ByKim(17, 14));
        charter.TakeEvents();

        foreach (var (minute, to) in new[]
        {
            (20, CharterStatus.Returned), (24, CharterStatus.Underway), (25, CharterStatus.Boarding),
        })
        {
            Assert.Null(charter.Undo(null, ByKim(17, minute)));
            Assert.Equal(to, charter.Status);
        }

        Assert.Equal((null, null), (charter.ActualDeparture, charter.ActualReturn));
        Assert.Equal(new(CharterStatus.Scheduled, At(17), Kim.Id), charter.LastMove);
        Assert.Equal("too_late_to_undo", charter.Undo(null, ByKim(17, 25))!.Code);
        Assert.Equal(3, charter.TakeEvents().Count);
    }

    [Fact]
    public void Steps_made_by_the_schedule_and_undone_one_after_another_do_not_happen_again()
    {
        var charter = Scheduled(automatic: true);
        charter.FollowClock(At(17, 30), isGateOpen: true);

        charter.Undo(null, ByKim(17, 31));
        charter.Undo(null, ByKim(17, 32));

        Assert.False(charter.FollowClock(At(17, 33), isGateOpen: true));
        Assert.Equal(CharterStatus.Scheduled, charter.Status);
    }

    [Fact]
    public void Closing_with_something_left_open_keeps_and_logs_the_reason_and_undoing_it_clears_it()
    {
        var charter = In(CharterStatus.Returned);
        charter.Close(ByKim(21), leftOpen: [Gate.ItemOpen], reason: "Shore power is out");

        Assert.Equal("Shore power is out", charter.CloseReason);
        var logged = Assert.IsType<ClosedIncomplete>(charter.TakeEvents()[0]);
        Assert.Equal([Gate.ItemOpen], logged.Codes);
        Assert.Equal("Shore power is out", logged.Reason);
        charter.Undo(null, ByKim(21, 1));
        Assert.Null(charter.CloseReason);
        charter.TakeEvents();

        charter.Close(ByKim(21, 2), leftOpen: [], reason: "Nothing");

        Assert.Null(charter.CloseReason);
        Assert.IsType<CharterMoved>(Assert.Single(charter.TakeEvents()));
    }

    [Fact]
    public void Undo_clears_the_values_that_the_status_change_had_set()
    {
        var underway = In(CharterStatus.Boarding);
        var returned = In(CharterStatus.Returned);
        var cancelled = In(CharterStatus.Cancelled);
        underway.Depart(null, [new(Gate.ItemOpen, "Not done", true)], "Ice comes by dinghy", ByKim(17, 30));

        underway.Undo(null, ByKim(17, 31));
        returned.Undo(null, ByKim(20, 1));
        cancelled.Undo(null, ByKim(9, 1));

        Assert.Equal((null, null), (underway.ActualDeparture, underway.Override));
        Assert.Equal((At(17, 30), null), (returned.ActualDeparture, returned.ActualReturn));
        Assert.Null(cancelled.CancelReason);
    }
}
