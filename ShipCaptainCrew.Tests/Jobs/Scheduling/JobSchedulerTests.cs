using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs.Scheduling;

/// <summary>How the scheduler runs the due jobs, with a job that only records its runs.</summary>
public sealed class JobSchedulerTests
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
    public async Task A_failure_for_one_operator_does_not_affect_another_and_is_retried()
    {
        await using var harness = await Daily();
        var (failing, working) = (await OperatorFixture.Aboard(harness), await OperatorFixture.Aboard(harness));
        var isFailing = true;
        harness.Tally.Says = due => isFailing && due.OperatorId == failing.OperatorId
            ? throw new InvalidDataException("broken") : "done";
        await harness.TickAt(Six);

        Assert.Equal((RunState.Failed, "InvalidDataException: broken"), Last(await failing.Runs("probe")));
        Assert.Equal((RunState.Done, "done"), Last(await working.Runs("probe")));

        await harness.TickAt(Six.AddSeconds(20));
        Assert.Equal(2, harness.Tally.Done.Count);
        isFailing = false;
        await harness.TickAt(Six.AddMinutes(3));
        Assert.Equal((RunState.Done, "done"), Last(await failing.Runs("probe")));
    }

    [Fact]
    public async Task A_run_that_fails_for_12_hours_is_given_up_until_the_next_due_time()
    {
        await using var harness = await Daily();
        var crew = await OperatorFixture.Aboard(harness);
        harness.Tally.Says = _ => throw new InvalidDataException("broken");
        for (var minutes = 0; minutes < 20 * 60; minutes += 5) await harness.TickAt(Six.AddMinutes(minutes));

        Assert.InRange(harness.Tally.Done.Count, 10, 30);
        Assert.All(harness.Tally.Done, due => Assert.True(due.Now <= Six.AddHours(12)));
        Assert.Equal(RunState.Failed, (await crew.Runs("probe"))[^1].State);
    }

    [Fact]
    public async Task An_interrupted_run_is_resumed_after_a_restart()
    {
        await using var harness = await Daily();
        var crew = await OperatorFixture.Aboard(harness);
        await harness.Tick();
        await harness.In(Guid.Empty, db =>
        {
            db.Add(new JobRun(crew.OperatorId, "probe", Six, RunState.Running, Six));
            return db.SaveChangesAsync();
        });
        harness.Turn(Six.AddMinutes(1));
        await harness.Restart();

        await harness.Tick();

        Assert.Equal([Six], harness.Tally.Times);
        Assert.Equal((RunState.Done, "done"), Last(await crew.Runs("probe")));
    }

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

    private static (RunState, string?) Last(List<JobRun> runs) => (runs[^1].State, runs[^1].Summary);
}
