using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.Passkeys;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>The jobs that run once for all operators: backups and the deletion of expired rows.</summary>
public sealed partial class InstallationJobsTests
{
    private static readonly DateTimeOffset Nine = new(2026, 7, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Old_links_and_sessions_are_deleted_unless_a_waiver_or_the_audit_log_refers_to_them()
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
        Assert.Equal((true, true, true, true, true, true), await Remaining());

        app.Clock.Advance(TimeSpan.FromDays(8));
        await scheduler.RunDue();
        Assert.Equal((true, true, true, true, false, false), await Remaining());
        app.Clock.Advance(TimeSpan.FromDays(30 + 90));
        await scheduler.RunDue();
        Assert.Equal((true, true, true, false, false, false), await Remaining());
        app.Clock.Advance(TimeSpan.FromDays(365 - 128));
        await scheduler.RunDue();

        Assert.Equal((true, false, true, false, false, false), await Remaining());

        Task<(bool Ben, bool Ann, bool Dana, bool Max, bool SignInLink, bool Challenge)> Remaining() =>
            app.In(async services =>
        {
            var db = services.GetRequiredService<AppDbContext>();
            var (links, sessions) = (await db.Set<SignedLink>().ToListAsync(), await db.Set<Session>().ToListAsync());
            return (links.Exists(link => link.SubjectId == ben.Id()), links.Exists(link => link.SubjectId == ann.Id()),
                sessions.Exists(session => session.Id == cast.Dana.SessionId),
                sessions.Exists(session => session.Id == cast.Max.SessionId),
                await db.Set<MagicLink>().AnyAsync(link => link.MemberId == null),
                await db.Set<PasskeyChallenge>().AnyAsync());
        });
    }

    [Fact]
    public async Task The_scheduler_runs_every_minute_by_itself()
    {
        await using var app = new AppFixture { KeepsWatch = true };
        var scheduler = app.Services.GetRequiredService<JobScheduler>();

        await Waiting.Until(
            () => Task.FromResult(scheduler.LastTick >= AppFixture.Morning.AddMinutes(3)),
            () =>
            {
                app.Clock.Advance(TimeSpan.FromSeconds(20));
                return Task.Delay(Waiting.Pause);
            });
    }
}
