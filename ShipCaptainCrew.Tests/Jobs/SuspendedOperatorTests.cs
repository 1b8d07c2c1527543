using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail.Letters;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>What happens by itself while an operator is suspended, and after. Charters are of 17:30 in San Diego; the crew is called at 16:30.</summary>
public sealed class SuspendedOperatorTests : IAsyncLifetime
{
    private static readonly DateTime Local = new(2026, 7, 4, 17, 30, 0);
    private static readonly DateTimeOffset Departure = new(2026, 7, 5, 0, 30, 0, TimeSpan.Zero);
    private Bridge bridge = null!;
    private Crewed crew = null!;

    public async ValueTask InitializeAsync()
    {
        bridge = await Bridge.At(Departure.AddDays(-6));
        crew = await Crewed.Aboard(bridge);
        await bridge.Tick();
    }

    public ValueTask DisposeAsync() => bridge.DisposeAsync();

    [Fact]
    public async Task Nobody_is_reminded_or_nudged_and_no_boarding_opens()
    {
        var (charter, open) = (await crew.Charter(Local, items: ["Cast off"]), await Crewed.Aboard(bridge));
        await open.Charter(Local, items: ["Cast off"]);
        await Turn((house, by) => house.Suspend(by));

        for (var at = Departure.AddDays(-4); at < Departure.AddHours(1); at = at.AddMinutes(30)) await bridge.TickAt(at);

        Assert.Empty(await crew.Nudges());
        Assert.Empty(await crew.Letters(ReminderLetter.Kind));
        Assert.Empty(await crew.Letters(DailyLetter.Kind));
        Assert.Equal(CharterStatus.Scheduled, await Status(charter));
        Assert.NotEmpty(await open.Letters(ReminderLetter.Kind));
        Assert.NotEmpty(await open.Letters(DailyLetter.Kind));
    }

    [Theory]
    [InlineData(-2, true)]
    [InlineData(-9.5, false)]
    [InlineData(-14, true)]
    [InlineData(5, false)]
    public async Task Open_again_it_catches_up_with_half_a_day_and_each_has_one_letter_of_a_kind_at_most(double hours, bool anything)
    {
        await crew.Charter(Local, items: ["Cast off"]);
        await Turn((house, by) => house.Suspend(by));
        for (var at = Departure.AddDays(-4); at < Departure.AddHours(hours); at = at.AddHours(1)) await bridge.TickAt(at);
        await Turn((house, _) => house.Resume());

        for (var minute = 0; minute < 3; minute++) await bridge.TickAt(Departure.AddHours(hours).AddMinutes(minute));

        Assert.All([await crew.Letters(ReminderLetter.Kind), await crew.Letters(DailyLetter.Kind)], all => Assert.InRange(all.Count(letter => letter.MemberId == crew.Captain), 0, 1));
        Assert.Equal(anything, (await crew.Nudges()).Count > 0);
    }

    [Fact]
    public async Task A_boat_that_is_out_is_watched_over()
    {
        var charter = await crew.Charter(Local);
        await bridge.TickAt(Departure.AddMinutes(-10));
        await crew.Do(charter, (sail, by) => Assert.Null(sail.Depart(null, [], null, by)));
        await Turn((house, by) => house.Suspend(by));

        await bridge.TickAt(Departure.AddHours(2).AddMinutes(29));
        Assert.Empty(await crew.Letters(OverdueLetter.Kind));
        await bridge.TickAt(Departure.AddHours(2).AddMinutes(30));
        var sheet = await crew.Sheet(Assert.Single(await crew.Letters(OverdueLetter.Kind)));

        Assert.StartsWith("https://ship.test/me/watch/", sheet!.Act!.Address, StringComparison.Ordinal);
        Assert.Contains("All fast cannot be said while the operator is suspended.", sheet.Says[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_clock_took_out_it_brings_back_so_that_nobody_is_looked_for_in_vain()
    {
        var charter = await crew.Charter(Local, automatic: true);
        await bridge.TickAt(Departure.AddMinutes(1));
        Assert.Equal(CharterStatus.Underway, await Status(charter));
        await Turn((house, by) => house.Suspend(by));

        await bridge.TickAt(Departure.AddHours(2));
        await bridge.TickAt(Departure.AddHours(3));

        Assert.Equal(CharterStatus.Returned, await Status(charter));
        Assert.Empty(await crew.Letters(OverdueLetter.Kind));
    }

    [Fact]
    public async Task Guests_needs_are_forgotten_as_promised()
    {
        var charter = await crew.Charter(Local);
        var guest = await bridge.Change(crew.OperatorId, async (db, by) =>
            (await db.AddAsync(new Guest(crew.OperatorId, charter, new()
            {
                Name = "Ann Lee",
                Needs = "Nuts",
            }, GuestSource.Office, by))).Entity.Id);
        await Turn((house, by) => house.Suspend(by));

        for (var at = Departure.AddDays(120); at < Departure.AddDays(122); at = at.AddHours(6)) await bridge.TickAt(at);

        Assert.Null(await bridge.In(crew.OperatorId, db => db.Guests.Where(row => row.Id == guest).Select(row => row.Needs).SingleAsync()));
    }

    private Task<bool> Turn(Action<Operator, ShipCaptainCrew.Domain.By> what) => bridge.Change(crew.OperatorId, async (db, by) =>
    {
        what(await db.Operators.FirstAsync(house => house.Id == crew.OperatorId), by);
        return true;
    });

    private Task<CharterStatus> Status(Guid charter) => bridge.In(crew.OperatorId, db => db.Charters.Where(row => row.Id == charter).Select(row => row.Status).SingleAsync());
}
