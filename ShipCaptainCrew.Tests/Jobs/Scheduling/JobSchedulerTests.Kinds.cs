using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs.Scheduling;

/// <summary>Continuous and installation-wide jobs.</summary>
public sealed partial class JobSchedulerTests
{
    [Fact]
    public async Task A_continuous_job_runs_every_minute_and_stores_a_run_only_when_it_did_something()
    {
        await using var harness =
            await SchedulerHarness.At(
                Noon, new([new ScheduledJob("probe", "* * * * *", typeof(RecordingJob), "") { IsContinuous = true }]));
        var crew = await OperatorFixture.Aboard(harness);
        harness.Tally.Says = due => due.At == Noon.AddMinutes(2)
            ? "something"
            : due.At == Noon.AddMinutes(4) || due.At == Noon.AddMinutes(5)
                ? throw new InvalidDataException("broken") : null;

        for (var seconds = 0; seconds < 8 * 60; seconds += 20) await harness.TickAt(Noon.AddSeconds(seconds));

        Assert.Equal(Enumerable.Range(0, 8).Select(minute => Noon.AddMinutes(minute)), harness.Tally.Times);
        Assert.Equal([(Noon.AddMinutes(2), RunState.Done), (Noon.AddMinutes(4), RunState.Failed)],
            (await crew.Runs("probe")).Select(run => (run.Occurrence, run.State)));
    }

    [Fact]
    public async Task An_installation_wide_job_runs_once_for_all_operators()
    {
        await using var harness =
            await SchedulerHarness.At(Noon,
                new([new ScheduledJob("probe", "0 18 * * *", typeof(RecordingJob), "") { IsInstallationWide = true }]));
        await OperatorFixture.Aboard(harness);
        await OperatorFixture.Aboard(harness);
        await harness.Tick();

        await harness.TickAt(Six);

        Assert.Equal([Guid.Empty], harness.Tally.Done.Select(due => due.OperatorId));
    }
}
