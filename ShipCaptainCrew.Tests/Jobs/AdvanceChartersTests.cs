using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>A charter of 4 July, 17:30 to 19:30 in San Diego, with only the clock on watch.</summary>
public sealed class AdvanceChartersTests
{
    private static readonly DateTime Local = new(2026, 7, 4, 17, 30, 0);
    private static readonly DateTimeOffset Departure = new(2026, 7, 5, 0, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Boarding_opens_at_its_time_and_nothing_else_happens_by_itself()
    {
        await using var harness = await SchedulerHarness.At(Departure.AddHours(-5));
        var crew = await OperatorFixture.Aboard(harness);
        var charter = await crew.Charter(Local);

        await harness.TickAt(Departure.AddMinutes(-31));
        Assert.Equal(CharterStatus.Scheduled, (await Now(harness, crew, charter)).Status);
        await harness.TickAt(Departure.AddMinutes(-30));
        Assert.Equal(CharterStatus.Boarding, (await Now(harness, crew, charter)).Status);
        await harness.TickAt(Departure.AddHours(3));
        Assert.Equal(CharterStatus.Boarding, (await Now(harness, crew, charter)).Status);
        Assert.Equal("Charters moved along: 1", Assert.Single(await crew.Runs("lifecycle")).Summary);
    }

    [Fact]
    public async Task A_charter_that_goes_by_the_clock_leaves_through_a_green_gate_and_comes_back_both_unconfirmed()
    {
        await using var harness = await SchedulerHarness.At(Departure.AddHours(-5));
        var crew = await OperatorFixture.Aboard(harness);
        var charter = await crew.Charter(Local, automatic: true);

        await harness.TickAt(Departure.AddSeconds(10));
        var away = await Now(harness, crew, charter);
        await harness.TickAt(Departure.AddHours(2));
        var back = await Now(harness, crew, charter);

        Assert.Equal(
            (CharterStatus.Underway, true, null), (away.Status, away.IsDepartureUnconfirmed, away.ActualDeparture));
        Assert.Equal((CharterStatus.Returned, true, null), (back.Status, back.IsReturnUnconfirmed, back.ActualReturn));
    }

    [Fact]
    public async Task A_gate_that_is_not_green_holds_it_until_it_is()
    {
        await using var harness = await SchedulerHarness.At(Departure.AddHours(-5));
        var crew = await OperatorFixture.Aboard(harness);
        var charter = await crew.Charter(Local, crew: [crew.Captain], automatic: true);
        await harness.TickAt(Departure.AddMinutes(1));
        Assert.Equal(CharterStatus.Boarding, (await Now(harness, crew, charter)).Status);

        await crew.Claim(charter, crew.Deckhands[0]);
        await harness.TickAt(Departure.AddMinutes(2));

        Assert.Equal(CharterStatus.Underway, (await Now(harness, crew, charter)).Status);
    }

    private static Task<Charter> Now(SchedulerHarness harness, OperatorFixture crew, Guid charterId) =>
        harness.In(crew.OperatorId, db => db.Charters.AsNoTracking().FirstAsync(row => row.Id == charterId));
}
