using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>What is done once for all: backups, and forgetting.</summary>
public sealed class InstallationJobsTests
{
    private static readonly DateTimeOffset Nine = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Each_night_a_backup_is_made_and_old_repeats_are_forgotten()
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
        Assert.Equal(1, await Repeats(app));
        app.Clock.Advance(HandledRequest.RetentionPeriod);
        await scheduler.RunDue();

        Assert.Equal(0, await Repeats(app));
    }

    [Fact]
    public async Task Ways_in_that_ended_a_season_ago_are_forgotten_but_not_those_of_which_a_waiver_or_the_log_tells()
    {
        await using var day = await CharterFixture.Begin();
        var (app, cast, scheduler) = (day.Ship, day.Cast, day.Ship.Services.GetRequiredService<JobScheduler>());
        await cast.Waiver();
        var (ben, ann) = (await day.Guest("Ben Cole"), await day.Guest("Ann Lee"));
        await app.Sign((string)ben["waiver_url"]!, "Ben Cole");
        using var visitor = app.CreateClient();
        await visitor.Post("/api/auth/magic-links", new { email = "kim@queen-of-san-diego.example" }).Json(202);
        await visitor.PostForm("/sign-in", "?handler=Ask").Json();
        await scheduler.RunDue();
        Assert.Equal((true, true, true, true, true, true), await Kept());

        app.Clock.Advance(TimeSpan.FromDays(8));
        await scheduler.RunDue();
        Assert.Equal((true, true, true, true, false, false), await Kept());
        app.Clock.Advance(TimeSpan.FromDays(30 + 90));
        await scheduler.RunDue();
        Assert.Equal((true, true, true, false, false, false), await Kept());
        app.Clock.Advance(TimeSpan.FromDays(365 - 128));
        await scheduler.RunDue();

        Assert.Equal((true, false, true, false, false, false), await Kept());

        Task<(bool Ben, bool Ann, bool Dana, bool Max, bool Asked, bool Challenged)> Kept() => app.In(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var (links, sessions) = (await db.Set<SignedLink>().ToListAsync(), await db.Set<Session>().ToListAsync());
            return (links.Exists(link => link.SubjectId == ben.Id()), links.Exists(link => link.SubjectId == ann.Id()),
                sessions.Exists(one => one.Id == cast.Dana.SessionId),
                sessions.Exists(one => one.Id == cast.Max.SessionId),
                await db.Set<MagicLink>().AnyAsync(link => link.MemberId == null),
                await db.Set<PasskeyChallenge>().AnyAsync());
        });
    }

    [Fact]
    public async Task A_backup_older_than_a_day_is_made_up_for_after_time_ashore()
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

    [Fact]
    public async Task The_schedule_is_gone_through_each_minute_without_anybody_asking()
    {
        await using var app = new AppFixture { KeepsWatch = true };
        var scheduler = app.Services.GetRequiredService<JobScheduler>();

        for (var tries = 0; scheduler.LastTick < AppFixture.Morning.AddMinutes(3)
            || scheduler.LastTick is null; tries++)
        {
            Assert.True(tries < 400, "It did not happen within 10 s.");
            app.Clock.Advance(TimeSpan.FromSeconds(20));
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }
    }

    private static Task<int> Repeats(AppFixture app) =>
        app.In(services => services.GetRequiredService<AppDbContext>().AcrossOperators<HandledRequest>().CountAsync());
}
