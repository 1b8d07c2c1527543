using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs.Scheduling;

public sealed partial class JobSchedulerTests
{
    [Theory]
    [InlineData(11.9, true)]
    [InlineData(12.1, false)]
    public async Task A_missed_run_is_caught_up_once_unless_it_is_too_old(double hoursLate, bool isDone)
    {
        await using var harness = await Daily();
        var crew = await OperatorFixture.Aboard(harness);
        await harness.Tick();
        await harness.Restart();

        await harness.TickAt(Six.AddHours(hoursLate));
        await harness.TickAt(Six.AddHours(hoursLate).AddMinutes(1));

        Assert.Equal(isDone ? 1 : 0, harness.Tally.Done.Count);
        Assert.Equal(isDone ? RunState.Done : RunState.Skipped, (await crew.Runs("probe"))[^1].State);
    }

    [Fact]
    public async Task After_days_of_downtime_only_the_latest_run_is_caught_up_and_the_others_are_skipped()
    {
        await using var harness = await Daily();
        var crew = await OperatorFixture.Aboard(harness);
        await harness.TickAt(Six);

        await harness.TickAt(Six.AddDays(4).AddHours(1));

        Assert.Equal([Six, Six.AddDays(4)], harness.Tally.Times);
        Assert.Equal([RunState.Done, RunState.Skipped, RunState.Skipped, RunState.Skipped, RunState.Done],
            (await crew.Runs("probe")).Select(run => run.State));
    }

    [Fact]
    public async Task A_year_of_downtime_stores_31_skipped_runs()
    {
        await using var harness = await Daily();
        var crew = await OperatorFixture.Aboard(harness);
        await harness.TickAt(Six);

        await harness.TickAt(Six.AddDays(365));

        Assert.Equal([Six, Six.AddDays(365)], harness.Tally.Times);
        Assert.Equal(31, (await crew.Runs("probe")).Count(run => run.State == RunState.Skipped));
    }
}
