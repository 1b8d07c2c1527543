using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>Status changes by time alone, of a charter on July 4 from 17:30 to 19:30 in San Diego.</summary>
public sealed class AdvanceChartersTests
{
    private static readonly DateTime Local = new(2026, 7, 4, 17, 30, 0);
    private static readonly DateTimeOffset Departure = new(2026, 7, 5, 0, 30, 0, TimeSpan.Zero);

    [Fact]
    public async Task Boarding_opens_at_its_time_and_other_transitions_are_manual()
    {
        await using var harness = await SchedulerHarness.At(Departure.AddHours(-5));
        var crew = await OperatorFixture.Aboard(harness);
        var charter = await crew.Charter(Local);

        await harness.TickAt(Departure.AddMinutes(-31));
        Assert.Equal(CharterStatus.Scheduled, (await Reload(harness, crew, charter)).Status);
        await harness.TickAt(Departure.AddMinutes(-30));
        Assert.Equal(CharterStatus.Boarding, (await Reload(harness, crew, charter)).Status);
        await harness.TickAt(Departure.AddHours(3));
        Assert.Equal(CharterStatus.Boarding, (await Reload(harness, crew, charter)).Status);
        Assert.Equal("Charters updated: 1", Assert.Single(await crew.Runs("lifecycle")).Summary);
    }

    [Fact]
    public async Task An_automatic_charter_without_blockers_departs_and_returns_unconfirmed()
    {
        await using var harness = await SchedulerHarness.At(Departure.AddHours(-5));
        var crew = await OperatorFixture.Aboard(harness);
        var charter = await crew.Charter(Local, automatic: true);

        await harness.TickAt(Departure.AddSeconds(10));
        var departed = await Reload(harness, crew, charter);
        await harness.TickAt(Departure.AddHours(2));
        var returned = await Reload(harness, crew, charter);

        Assert.Equal((CharterStatus.Underway, true, null),
            (departed.Status, departed.IsDepartureUnconfirmed, departed.ActualDeparture));
        Assert.Equal((CharterStatus.Returned, true, null),
            (returned.Status, returned.IsReturnUnconfirmed, returned.ActualReturn));
    }

    [Fact]
    public async Task A_blocker_delays_an_automatic_departure_until_it_is_removed()
    {
        await using var harness = await SchedulerHarness.At(Departure.AddHours(-5));
        var crew = await OperatorFixture.Aboard(harness);
        var charter = await crew.Charter(Local, crew: [crew.Captain], automatic: true);
        await harness.TickAt(Departure.AddMinutes(1));
        Assert.Equal(CharterStatus.Boarding, (await Reload(harness, crew, charter)).Status);

        await crew.Claim(charter, crew.Deckhands[0]);
        await harness.TickAt(Departure.AddMinutes(2));

        Assert.Equal(CharterStatus.Underway, (await Reload(harness, crew, charter)).Status);
    }

    private static Task<Charter> Reload(SchedulerHarness harness, OperatorFixture crew, Guid charterId) =>
        harness.In(crew.OperatorId, db => db.Charters.AsNoTracking().FirstAsync(row => row.Id == charterId));
}
