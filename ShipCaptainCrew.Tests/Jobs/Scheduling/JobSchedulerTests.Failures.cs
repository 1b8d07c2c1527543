using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs.Scheduling;

/// <summary>Jobs that fail or are interrupted.</summary>
public sealed partial class JobSchedulerTests
{
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
    public async Task Jobs_that_fail_with_the_disk_are_logged_in_one_line_without_a_stack_trace()
    {
        await using var harness = await Daily();
        for (var operators = 0; operators < 5; operators++) await OperatorFixture.Aboard(harness);
        using var log = new LogCapture();
        harness.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        harness.Tally.Says = _ => throw new SqliteException("disk I/O error", 10);

        await harness.TickAt(Six);

        Assert.Equal(5, harness.Tally.Done.Count);
        var line = Assert.Single(log.Lines, line => line.Contains("disk I/O error", StringComparison.Ordinal));
        Assert.DoesNotContain('\n', line);
    }

    private static (RunState, string?) Last(List<JobRun> runs) => (runs[^1].State, runs[^1].Summary);
}
