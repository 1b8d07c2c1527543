using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs.Scheduling;

/// <summary>How the scheduler runs the due jobs, with a job that only records its runs.</summary>
public sealed partial class JobSchedulerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 7, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Six = Noon.AddHours(6);

    [Fact]
    public async Task A_daily_job_runs_once_a_day_however_often_the_scheduler_checks()
    {
        await using var harness = await Daily();
        var crew = await OperatorFixture.Aboard(harness);

        for (var minutes = 0; minutes < 3 * 24 * 60; minutes += 45) await harness.TickAt(Noon.AddMinutes(minutes));

        Assert.Equal([Six, Six.AddDays(1), Six.AddDays(2)], harness.Tally.Times);
        Assert.Equal([RunState.Before, RunState.Done, RunState.Done, RunState.Done],
            (await crew.Runs("probe")).Select(run => run.State));
    }

    [Fact]
    public async Task Setting_the_clock_back_makes_nothing_due_again()
    {
        await using var harness = await Daily();
        await OperatorFixture.Aboard(harness);
        await harness.TickAt(Six.AddMinutes(1));
        await harness.TickAt(Six.AddDays(1));

        await harness.TickAt(Six.AddHours(-3));
        await harness.TickAt(Six);
        await harness.Restart();
        await harness.TickAt(Six.AddHours(2));
        await harness.TickAt(Six.AddDays(1).AddMinutes(1));

        Assert.Equal([Six, Six.AddDays(1)], harness.Tally.Times);
    }

    [Fact]
    public async Task Of_two_schedulers_on_one_database_only_one_runs_each_occurrence()
    {
        await using var harness = await Daily(hosts: 2);
        var crew = await OperatorFixture.Aboard(harness);

        for (var day = 0; day < 30; day++) await harness.TickAt(Six.AddDays(day));

        Assert.Equal(30, harness.Tally.Done.Count);
        Assert.All(await crew.Runs("probe"), run => Assert.Equal(RunState.Done, run.State));
    }

    private static Task<SchedulerHarness> Daily(int hosts = 1) =>
        SchedulerHarness.At(Noon, new([new ScheduledJob("probe", "0 18 * * *", typeof(RecordingJob), "")]), hosts);
}
