using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Doors;

public sealed class HealthTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_sound_ship_is_live_and_ready()
    {
        await using var ship = new Ship();
        using var client = ship.CreateClient();

        Assert.Equal(200, (int)(await client.GetAsync("/healthz/live", stop)).StatusCode);
        Assert.Equal("ready", (string?)(await client.GetAsync("/healthz/ready", stop).Json())["status"]);
    }

    [Fact]
    public async Task A_ship_whose_database_went_away_is_live_but_not_ready()
    {
        await using var ship = new Ship();
        using var client = ship.CreateClient();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(ship.Folder, "*.db*")) File.Delete(file);

        Assert.Equal(200, (int)(await client.GetAsync("/healthz/live", stop)).StatusCode);
        Assert.Equal("database", (string?)(await client.GetAsync("/healthz/ready", stop).Json(503))["because"]);
    }

    [Fact]
    public async Task A_ship_that_is_stopping_takes_no_new_requests()
    {
        await using var ship = new Ship();

        var obstacle = await ship.In(services => ActivatorUtilities.CreateInstance<Readiness>(services, new Stopping()).Obstacle(stop));

        Assert.Equal("stopping", obstacle);
    }

    private sealed class Stopping : IHostApplicationLifetime
    {
        public CancellationToken ApplicationStarted => default;

        public CancellationToken ApplicationStopping => new(canceled: true);

        public CancellationToken ApplicationStopped => default;

        public void StopApplication()
        {
        }
    }
}
