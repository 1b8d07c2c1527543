using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>Each alert is emailed once, for the operator concerned only.</summary>
public sealed partial class OverdueAlertsTests
{
    [Fact]
    public async Task A_restart_neither_repeats_nor_loses_an_alert()
    {
        await RunAt(30);
        await Ship.Rest();
        await RunAt(45);
        await Ship.Rest();

        await RunAt(52);
        Assert.Equal(4, (await Ship.Letters(since: before)).Length);
        await RunAt(60);
        Assert.Equal(7, (await Ship.Letters(since: before)).Length);
    }

    [Fact]
    public async Task Concurrent_runs_write_each_email_once()
    {
        Ship.Clock.SetUtcNow(due.AddMinutes(45));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Run()));

        Assert.Equal(3, (await Ship.Letters(since: before)).Length);
    }

    [Fact]
    public async Task Another_operators_overdue_charter_raises_no_alert()
    {
        var others = await Ship.Cast("strangers");
        Ship.Clock.SetUtcNow(due.AddMinutes(45));

        Assert.Null(await Run(others.OperatorId));
    }
}
