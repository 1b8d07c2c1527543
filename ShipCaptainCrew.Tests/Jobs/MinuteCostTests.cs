using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>What all scheduled jobs cost in a minute.</summary>
public sealed class MinuteCostTests(ITestOutputHelper output)
{
    private const int Budget = 9;
    private static readonly DateTime Local = new(2026, 7, 4, 17, 30, 0);
    private static readonly DateTimeOffset Call = new(2026, 7, 4, 23, 30, 0, TimeSpan.Zero);
    private static readonly string[] LargeTables = ["charters", "places", "guests", "nudges", "outbox", "duty_runs"];

    [Fact]
    public async Task A_minute_with_nothing_due_asks_the_same_for_500_operators_as_for_one()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-30));
        await AddOperators(harness, 1);
        var few = await Asked(1);
        await AddOperators(harness, 499);

        Assert.Equal(few, await Asked(4));
        Assert.InRange(few, 1, Budget);

        async Task<int> Asked(int minute)
        {
            await harness.TickAt(Call.AddDays(-30).AddMinutes(minute));
            await harness.TickAt(Call.AddDays(-30).AddMinutes(minute + 1));
            return await harness.Asked(Call.AddDays(-30).AddMinutes(minute + 2));
        }
    }

    [Fact]
    public async Task A_minute_after_all_reminders_were_written_asks_the_same_for_many_operators_as_for_one()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-9));
        await (await OperatorFixture.Aboard(harness)).Charter(Local);
        var first = await Asked(Call.AddHours(-72));
        for (var more = 0; more < 20; more++) await (await OperatorFixture.Aboard(harness)).Charter(Local);

        Assert.Equal(first, await Asked(Call.AddHours(-24)));

        async Task<int> Asked(DateTimeOffset due)
        {
            await harness.TickAt(due);
            await harness.TickAt(due.AddMinutes(1));
            return await harness.Asked(due.AddMinutes(2));
        }
    }

    /// <summary>Prints the CPU time of a minute, in which that of other tests of the run is included.</summary>
    [Fact]
    public async Task A_minute_of_500_operators_with_ten_charters_ahead_scans_no_large_table()
    {
        await using var harness = await SchedulerHarness.At(Call.AddHours(-73));
        var crew = await OperatorFixture.Aboard(harness);
        for (var day = 0; day < 10; day++) await crew.Charter(Local.AddDays(day));
        CopiedRows.MoreOperators(harness.Database, 499);

        await Measure("all reminders of 500 charters written", Call.AddHours(-72));
        await Measure("nothing due", Call.AddHours(-50));

        async Task Measure(string what, DateTimeOffset from)
        {
            for (var minute = 0; minute < 3; minute++) await harness.TickAt(from.AddMinutes(minute));
            harness.Turn(from.AddMinutes(3));
            var plans = await harness.Plans.During(harness.Tick);
            Assert.NotEmpty(plans);
            Assert.All(plans, plan => Assert.False(plan.Scanned.Intersect(LargeTables).Any(), $"{plan}"));
            var before = Environment.CpuUsage.TotalTime;
            for (var minute = 4; minute < 14; minute++) await harness.TickAt(from.AddMinutes(minute));
            var used = (Environment.CpuUsage.TotalTime - before) / 10;
            output.WriteLine($"A minute of 500 operators, {what}: {used.TotalMilliseconds:F1} ms CPU.");
        }
    }

    private static Task<int> AddOperators(SchedulerHarness harness, int count) => harness.In(Guid.Empty, db =>
    {
        for (var i = 0; i < count; i++)
            db.Add(new Operator("Queen", $"queen-{Guid.CreateVersion7():N}"[..30], "Etc/UTC", new("Pier", 32.7, -117)));
        return db.SaveChangesAsync();
    });
}
