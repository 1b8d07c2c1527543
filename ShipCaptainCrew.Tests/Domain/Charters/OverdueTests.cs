using ShipCaptainCrew.Domain.Charters;
using static ShipCaptainCrew.Tests.Domain.Charters.UtcCharter;

namespace ShipCaptainCrew.Tests.Domain.Charters;

/// <summary>Charters that are overdue.</summary>
public sealed class OverdueTests
{
    [Fact]
    public void An_overdue_charter_is_acknowledged_once()
    {
        var charter = In(CharterStatus.Underway);
        charter.RaiseOverdue();
        Assert.Equal(new CharterOverdue(charter.Id, At(20)), Assert.Single(charter.TakeEvents()));

        Assert.Null(charter.AcknowledgeOverdue("Coast Guard", ByKim(20, 31) with { MemberId = null }));
        Assert.Null(charter.AcknowledgeOverdue("Kim", ByKim(20, 40)));

        Assert.Equal(new("Coast Guard", null, At(20, 31)), charter.Overdue);
        Assert.Equal(new OverdueAcknowledged(charter.Id, null), Assert.Single(charter.TakeEvents()));
    }

    [Theory]
    [InlineData(CharterStatus.Boarding)]
    [InlineData(CharterStatus.Returned)]
    public void Only_a_charter_underway_can_be_acknowledged(CharterStatus status)
    {
        var charter = In(status);

        Assert.Equal("wrong_state", charter.AcknowledgeOverdue("Kim", ByKim(21))!.Code);
        Assert.Equal((null, false), (charter.Overdue, charter.HasEvents));
    }

    [Fact]
    public void Another_return_time_drops_the_acknowledgement_and_another_title_does_not()
    {
        var charter = new Charter(Operator, Plan(), "UTC", null);
        charter.Publish(ByKim(8));
        charter.Board(ByKim(17));
        charter.Depart(null, [], null, ByKim(17, 30));
        charter.AcknowledgeOverdue("Kim", ByKim(20, 31));

        Assert.Null(charter.Replan(charter.Plan with { Title = "Long sail" }, "UTC", null));
        Assert.NotNull(charter.Overdue);
        Assert.Null(charter.Replan(charter.Plan with { Return = At(22) }, "UTC", null));
        Assert.Null(charter.Overdue);
    }
}
