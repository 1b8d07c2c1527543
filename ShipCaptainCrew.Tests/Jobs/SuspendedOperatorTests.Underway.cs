using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Mail.Messages;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>Jobs that still run while the operator is suspended.</summary>
public sealed partial class SuspendedOperatorTests
{
    [Fact]
    public async Task A_charter_underway_still_raises_overdue_alerts()
    {
        var charter = await crew.Charter(Local);
        await harness.TickAt(Departure.AddMinutes(-10));
        await crew.Do(charter, (row, actor) => Assert.Null(row.Depart(null, [], null, actor)));
        await Update((theOperator, actor) => theOperator.Suspend(actor));

        await harness.TickAt(Departure.AddHours(2).AddMinutes(29));
        Assert.Empty(await crew.Letters(OverdueEmail.Kind));
        await harness.TickAt(Departure.AddHours(2).AddMinutes(30));
        var content = await crew.View(Assert.Single(await crew.Letters(OverdueEmail.Kind)));

        Assert.StartsWith("https://ship.test/me/watch/", content!.Action!.Address, StringComparison.Ordinal);
        Assert.Contains("All fast cannot be recorded while the operator is suspended.", content.Paragraphs[0],
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_automatic_charter_underway_still_returns_so_no_overdue_alert_is_raised()
    {
        var charter = await crew.Charter(Local, automatic: true);
        await harness.TickAt(Departure.AddMinutes(1));
        Assert.Equal(CharterStatus.Underway, await Status(charter));
        await Update((theOperator, actor) => theOperator.Suspend(actor));

        await harness.TickAt(Departure.AddHours(2));
        await harness.TickAt(Departure.AddHours(3));

        Assert.Equal(CharterStatus.Returned, await Status(charter));
        Assert.Empty(await crew.Letters(OverdueEmail.Kind));
    }

    [Fact]
    public async Task Guests_needs_are_still_deleted()
    {
        var charter = await crew.Charter(Local);
        var guest = await harness.Change(crew.OperatorId, async (db, actor) =>
            (await db.AddAsync(new Guest(crew.OperatorId, charter, new()
            {
                Name = "Ann Lee",
                Needs = "Nuts",
            }, GuestSource.Office, actor))).Entity.Id);
        await Update((theOperator, actor) => theOperator.Suspend(actor));

        for (var at = Departure.AddDays(120); at < Departure.AddDays(122); at = at.AddHours(6))
            await harness.TickAt(at);

        Assert.Null(
            await harness.In(
                crew.OperatorId, db => db.Guests.Where(row => row.Id == guest).Select(row => row.Needs).SingleAsync()));
    }
}
