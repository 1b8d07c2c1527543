using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class HealthEndpointsTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_healthy_app_is_live_and_ready()
    {
        await using var app = new AppFixture();
        using var client = app.CreateClient();

        Assert.Equal(200, (int)(await client.GetAsync("/healthz/live", stop)).StatusCode);
        Assert.Equal("ready", (string?)(await client.GetAsync("/healthz/ready", stop).Json())["status"]);
    }

    [Fact]
    public async Task An_app_without_its_database_is_live_but_not_ready()
    {
        await using var app = new AppFixture();
        using var client = app.CreateClient();
        foreach (var file in Directory.GetFiles(app.Folder, "*.db*")) File.Delete(file);

        Assert.Equal(200, (int)(await client.GetAsync("/healthz/live", stop)).StatusCode);
        Assert.Equal("database", (string?)(await client.GetAsync("/healthz/ready", stop).Json(503))["because"]);
    }

    [Fact]
    public async Task The_detail_of_a_healthy_app_names_no_problem()
    {
        await using var app = new AppFixture();
        using var client = app.CreateClient();

        var detail = await client.GetAsync("/healthz/detail", stop).Json();

        Assert.Equal(("ok", "[]"), ((string?)detail["status"], detail["problems"]!.ToJsonString()));
    }

    [Fact]
    public async Task A_stopping_app_is_not_ready()
    {
        await using var app = new AppFixture();

        var obstacle = await app.In(services =>
            ActivatorUtilities.CreateInstance<Readiness>(services, new Stopping()).Obstacle(stop));

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
