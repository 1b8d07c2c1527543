using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail.Messages;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>
/// Scheduled jobs while an operator is suspended and after it is resumed. Charters depart at 17:30 in San Diego, with
/// call time at 16:30.
/// </summary>
public sealed partial class SuspendedOperatorTests : IAsyncLifetime
{
    private static readonly DateTime Local = new(2026, 7, 4, 17, 30, 0);
    private static readonly DateTimeOffset Departure = new(2026, 7, 5, 0, 30, 0, TimeSpan.Zero);
    private SchedulerHarness harness = null!;
    private OperatorFixture crew = null!;

    public async ValueTask InitializeAsync()
    {
        harness = await SchedulerHarness.At(Departure.AddDays(-6));
        crew = await OperatorFixture.Aboard(harness);
        await harness.Tick();
    }

    public ValueTask DisposeAsync() => harness.DisposeAsync();

    [Fact]
    public async Task Nobody_is_reminded_or_nudged_and_boarding_does_not_open()
    {
        var (charter, open) = (await crew.Charter(Local, items: ["Cast off"]), await OperatorFixture.Aboard(harness));
        await open.Charter(Local, items: ["Cast off"]);
        await Update((theOperator, actor) => theOperator.Suspend(actor));

        for (var at = Departure.AddDays(-4); at < Departure.AddHours(1); at = at.AddMinutes(30))
            await harness.TickAt(at);

        Assert.Empty(await crew.Nudges());
        Assert.Empty(await crew.Letters(ReminderEmail.Kind));
        Assert.Empty(await crew.Letters(DailyEmail.Kind));
        Assert.Equal(CharterStatus.Scheduled, await Status(charter));
        Assert.NotEmpty(await open.Letters(ReminderEmail.Kind));
        Assert.NotEmpty(await open.Letters(DailyEmail.Kind));
    }

    [Theory]
    [InlineData(-2, true)]
    [InlineData(-9.5, false)]
    [InlineData(-14, true)]
    [InlineData(5, false)]
    public async Task After_resuming_up_to_12_hours_are_caught_up_with_at_most_one_email_of_each_kind(
        double hours, bool hasNudges)
    {
        await crew.Charter(Local, items: ["Cast off"]);
        await Update((theOperator, actor) => theOperator.Suspend(actor));
        for (var at = Departure.AddDays(-4); at < Departure.AddHours(hours); at = at.AddHours(1))
            await harness.TickAt(at);
        await Update((theOperator, _) => theOperator.Resume());

        for (var minute = 0; minute < 3; minute++) await harness.TickAt(Departure.AddHours(hours).AddMinutes(minute));

        Assert.All([await crew.Letters(ReminderEmail.Kind), await crew.Letters(DailyEmail.Kind)],
            all => Assert.InRange(all.Count(email => email.MemberId == crew.Captain), 0, 1));
        Assert.Equal(hasNudges, (await crew.Nudges()).Count > 0);
    }

    private Task<bool> Update(Action<Operator, ShipCaptainCrew.Domain.Actor> act) =>
        harness.Change(crew.OperatorId, async (db, actor) =>
    {
        act(await db.Operators.FirstAsync(theOperator => theOperator.Id == crew.OperatorId), actor);
        return true;
    });

    private Task<CharterStatus> Status(Guid charter) =>
        harness.In(
            crew.OperatorId, db => db.Charters.Where(row => row.Id == charter).Select(row => row.Status).SingleAsync());
}
