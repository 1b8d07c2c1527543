using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>The number of queries, and the deletion of old claims.</summary>
public sealed partial class CallTimeRemindersTests
{
    [Fact]
    public async Task The_number_of_queries_with_nothing_due_does_not_depend_on_the_number_of_charters()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var crew = await OperatorFixture.Aboard(harness);
        for (var day = 0; day < 5; day++) await crew.Charter(Departure.AddDays(day));
        foreach (var day in new[] { -4.5, -4.45 }) await harness.TickAt(Call.AddDays(day));
        var few = await harness.Asked(Call.AddDays(-4.4));
        for (var day = 5; day < 25; day++) await crew.Charter(Departure.AddDays(day % 6).AddMinutes(day));

        Assert.Equal(few, await harness.Asked(Call.AddDays(-4.3)));
    }

    [Fact]
    public async Task Claims_and_runs_older_than_90_days_are_deleted()
    {
        await using var harness = await SchedulerHarness.At(Call.AddDays(-5));
        var crew = await OperatorFixture.Aboard(harness);
        await crew.Charter(Departure);
        await harness.TickAt(Call.AddHours(-24));
        Assert.NotEmpty(await crew.Nudges());

        await harness.TickAt(Call.AddDays(91).AddHours(10));

        Assert.Empty(await crew.Nudges());
        Assert.All(await crew.Runs("reminders"), run => Assert.True(run.Occurrence > Call.AddDays(1)));
    }
}
