using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Tests.Domain.Operators;

public sealed class OperatorTests
{
    private static readonly Actor Now = new(null, new(2026, 7, 1, 16, 0, 0, TimeSpan.Zero));
    private readonly Operator queen =
        new("Queen of San Diego", "queen-of-san-diego", "America/Los_Angeles", new("Pier", 32.7, -117.2));

    [Fact]
    public void Suspending_twice_keeps_the_first_time()
    {
        queen.Suspend(Now);
        queen.Suspend(Now with { At = Now.At.AddHours(1) });

        Assert.Equal(Now.At, queen.SuspendedAt);
        Assert.Equal(["operator.suspended"], queen.TakeEvents().Select(raised => raised.Kind));
    }

    [Fact]
    public void Resuming_an_active_operator_raises_no_event()
    {
        queen.Resume();
        Assert.Empty(queen.TakeEvents());
        queen.Suspend(Now);
        queen.TakeEvents();

        queen.Resume();
        queen.Resume();

        Assert.Null(queen.SuspendedAt);
        Assert.Equal(["operator.resumed"], queen.TakeEvents().Select(raised => raised.Kind));
    }
}
