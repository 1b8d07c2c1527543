using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Undoing the last status change.</summary>
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
        var (before, moved) = (charter.LastMove!.From, charter.LastMove.At);
        Assert.Equal("too_late_to_undo", charter.Undo(null, new(Kim.Id, moved.AddMinutes(15).AddTicks(1)))!.Code);

        Assert.Null(charter.Undo("Wrong boat", new(Kim.Id, moved.AddMinutes(15))));

        Assert.Equal((before, null), (charter.Status, charter.LastMove));
        Assert.Equal(new MoveUndone(charter.Id, state, before, "Wrong boat"), Assert.Single(charter.TakeEvents()));
        Assert.Equal(("nothing_to_undo", WireNames.Name(before)),
            (charter.Undo(null, new(Kim.Id, moved))!.Code,
                (string?)charter.Undo(null, new(Kim.Id, moved))!.Extensions!["state"]));
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
