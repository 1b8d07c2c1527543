using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

public sealed partial class InstallationJobsTests
{
    [Fact]
    public async Task A_backup_is_made_each_night_and_old_idempotency_keys_are_deleted()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var (backups, scheduler) = (
            app.Services.GetRequiredService<Backups>(), app.Services.GetRequiredService<JobScheduler>());
        cast.Dana.Api.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        await cast.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 6 }).Json(201);
        await scheduler.RunDue();
        Assert.Empty(backups.All);

        app.Clock.Advance(TimeSpan.FromDays(1));
        await scheduler.RunDue();
        Assert.Single(backups.All);
        Assert.Equal(1, await IdempotencyKeys(app));
        app.Clock.Advance(HandledRequest.RetentionPeriod);
        await scheduler.RunDue();

        Assert.Equal(0, await IdempotencyKeys(app));
    }

    [Fact]
    public async Task A_missed_backup_is_made_after_downtime()
    {
        await using var harness = await SchedulerHarness.At(Nine.AddHours(-1));
        var backups = harness.Services.GetRequiredService<Backups>();
        await harness.Tick();
        await harness.TickAt(Nine);
        Assert.Single(backups.All);

        await harness.TickAt(Nine.AddHours(25));
        await harness.TickAt(Nine.AddDays(3).AddHours(-5));
        await harness.TickAt(Nine.AddDays(3).AddHours(-5).AddMinutes(10));

        Assert.Equal([Nine.AddDays(3).AddHours(-5), Nine.AddHours(25), Nine], backups.All.Select(backup => backup.At));
    }

    private static Task<int> IdempotencyKeys(AppFixture app) =>
        app.In(services => services.GetRequiredService<AppDbContext>().AcrossOperators<HandledRequest>().CountAsync());
}
