using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

public sealed class PurgeGuestNeedsTests
{
    [Fact]
    public async Task Needs_are_deleted_30_days_after_the_charter_is_over_and_not_earlier()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("Ben Cole", new { needs = "Nuts" });
        day.Ship.Clock.Advance(TimeSpan.FromDays(3));
        await Change(day,
            async db =>
                Assert.Null((await db.Charters.SingleAsync()).Cancel("Fog", new(null, day.Ship.Clock.GetUtcNow()))));

        Assert.Null(await RunLater(day, TimeSpan.FromDays(29)));
        Assert.Equal("Nuts", await Needs(day));
        Assert.Equal("Guests' needs erased: 1", await RunLater(day, TimeSpan.FromDays(2)));
        Assert.Null(await Needs(day));
        Assert.Null(await RunLater(day, TimeSpan.Zero));
    }

    [Fact]
    public async Task An_incident_keeps_needs_but_a_charter_that_was_never_closed_does_not()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("Ben Cole", new { needs = "Nuts" });
        await day.Cast.Kim.Api.Post($"{day.Api}/incident", new { what = "Ben cut his hand." }).Json();
        Assert.Null(await RunLater(day, TimeSpan.FromDays(400)));
        Assert.Equal("Nuts", await Needs(day));

        await Change(day, async db => db.Remove(await db.Musters.SingleAsync()));

        Assert.Equal("Guests' needs erased: 1", await RunLater(day, TimeSpan.Zero));
    }

    private static async Task<string?> RunLater(CharterFixture day, TimeSpan later)
    {
        day.Ship.Clock.Advance(later);
        return await day.Ship.In(services =>
        {
            services.GetRequiredService<AppDbContext>().UseOperator(day.Cast.OperatorId);
            var now = day.Ship.Clock.GetUtcNow();
            return ActivatorUtilities.CreateInstance<PurgeGuestNeeds>(services)
                .Run(new Occurrence(day.Cast.OperatorId, now, now), TestContext.Current.CancellationToken);
        });
    }

    private static Task<string?> Needs(CharterFixture day) => day.Ship.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(day.Cast.OperatorId);
        return db.Guests.Select(guest => guest.Needs).SingleAsync();
    });

    private static Task<bool> Change(CharterFixture day, Func<AppDbContext, Task> act) =>
        day.Ship.Change(day.Cast.OperatorId, async (db, _) =>
    {
        await act(db);
        return true;
    });
}
