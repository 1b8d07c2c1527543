using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Keeping;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

public sealed class NightlyTests
{
    [Fact]
    public async Task Each_night_a_backup_is_made_and_old_repeats_are_forgotten()
    {
        await using var ship = new Ship();
        var cast = await ship.Cast();
        var backups = ship.Services.GetRequiredService<Backups>();
        cast.Dana.Api.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        await cast.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 6 }).Json(201);

        ship.Clock.Advance(TimeSpan.FromDays(1));
        await Eventually(() => Task.FromResult(backups.All.Count == 1));
        Assert.Equal(1, await Repeats(ship));
        ship.Clock.Advance(Repeat.Kept);
        await Eventually(async () =>
        {
            ship.Clock.Advance(TimeSpan.FromHours(1));
            return await Repeats(ship) == 0;
        });
    }

    private static async Task Eventually(Func<Task<bool>> isTrue)
    {
        for (var tries = 0; !await isTrue(); tries++)
        {
            Assert.True(tries < 400, "It did not happen within 10 s.");
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    private static Task<int> Repeats(Ship ship) => ship.In(services => services.GetRequiredService<ShipDb>().Everywhere<Repeat>().CountAsync());
}
