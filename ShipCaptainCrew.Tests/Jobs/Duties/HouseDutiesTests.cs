using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Keeping;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs.Duties;

/// <summary>What is done once for all: backups, and forgetting.</summary>
public sealed class HouseDutiesTests
{
    private static readonly DateTimeOffset Nine = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Each_night_a_backup_is_made_and_old_repeats_are_forgotten()
    {
        await using var ship = new Ship();
        var cast = await ship.Cast();
        var (backups, watch) = (ship.Services.GetRequiredService<Backups>(), ship.Services.GetRequiredService<Watchkeeper>());
        cast.Dana.Api.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        await cast.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 6 }).Json(201);
        await watch.RunDue();
        Assert.Empty(backups.All);

        ship.Clock.Advance(TimeSpan.FromDays(1));
        await watch.RunDue();
        Assert.Single(backups.All);
        Assert.Equal(1, await Repeats(ship));
        ship.Clock.Advance(Repeat.Kept);
        await watch.RunDue();

        Assert.Equal(0, await Repeats(ship));
    }

    [Fact]
    public async Task A_backup_older_than_a_day_is_made_up_for_after_time_ashore()
    {
        await using var bridge = await Bridge.At(Nine.AddHours(-1));
        var backups = bridge.Services.GetRequiredService<Backups>();
        await bridge.Tick();
        await bridge.TickAt(Nine);
        Assert.Single(backups.All);

        await bridge.TickAt(Nine.AddHours(25));
        await bridge.TickAt(Nine.AddDays(3).AddHours(-5));
        await bridge.TickAt(Nine.AddDays(3).AddHours(-5).AddMinutes(10));

        Assert.Equal([Nine.AddDays(3).AddHours(-5), Nine.AddHours(25), Nine], backups.All.Select(backup => backup.At));
    }

    [Fact]
    public async Task The_schedule_is_gone_through_each_minute_without_anybody_asking()
    {
        await using var ship = new Ship { KeepsWatch = true };
        var watch = ship.Services.GetRequiredService<Watchkeeper>();

        for (var tries = 0; watch.LastTick < Ship.Morning.AddMinutes(3) || watch.LastTick is null; tries++)
        {
            Assert.True(tries < 400, "It did not happen within 10 s.");
            ship.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    private static Task<int> Repeats(Ship ship) => ship.In(services => services.GetRequiredService<ShipDb>().Everywhere<Repeat>().CountAsync());
}
