using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Jobs.Scheduling;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Jobs;

/// <summary>The pages of the scheduled jobs, the standing orders and a member's email choices.</summary>
public sealed class JobsPageTests
{
    private const string Home = "/queen-of-san-diego";

    [Fact]
    public async Task The_owner_sees_each_job_with_its_last_run_and_when_it_is_due()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var scheduler = app.Services.GetRequiredService<JobScheduler>();
        await scheduler.RunDue();
        var first = await cast.Olive.Browser.Page($"{Home}/duties");
        app.Clock.Advance(TimeSpan.FromHours(3));
        await scheduler.RunDue();

        var page = await cast.Olive.Browser.Page($"{Home}/duties");
        Assert.Contains("None yet", first.QuerySelector("#ptb_nudge")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Skipped", first.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Nothing to do so far", first.QuerySelector("#overdue_watch")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Daily to-do email", page.QuerySelector("#ptb_nudge h2")!.TextContent);
        var row = page.QuerySelector("#ptb_nudge")!.TextContent;

        Assert.Equal(
            JobSchedule.Default.Select(job => job.Name),
            page.QuerySelectorAll(".log > li").Select(jobRow => jobRow.Id));
        Assert.Contains("Jul 1, 11:00 AM", row, StringComparison.Ordinal);
        Assert.Contains("Done", row, StringComparison.Ordinal);
        Assert.Contains("Jul 2, 11:00 AM", row, StringComparison.Ordinal);
        Assert.Contains("12:00:00", page.QuerySelector("#main > .meta")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(403, (int)(await cast.Dana.Browser.GetAsync($"{Home}/duties")).StatusCode);
    }

    [Fact]
    public async Task A_missed_run_shows_the_reason()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var scheduler = app.Services.GetRequiredService<JobScheduler>();
        await scheduler.RunDue();
        app.Clock.Advance(TimeSpan.FromDays(2));
        await scheduler.RunDue();

        Assert.Contains("the server was down, or not set up yet",
            (await cast.Olive.Browser.Page($"{Home}/duties")).QuerySelector("#ptb_nudge")!.TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_owner_can_change_the_standing_orders()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        Assert.Equal("72, 24, 3",
            (await cast.Olive.Browser.Page($"{Home}/settings")).QuerySelector("#reminder_hours")!
                .GetAttribute("value"));

        var refused =
            await cast.Olive.Browser.PostForm($"{Home}/settings", ("reminder_hours", "soon"), ("grace_minutes", "-1"),
                ("shore_contact.email", "harbour"));
        var page = await refused.Html();
        Assert.Equal((422, 3), ((int)refused.StatusCode, page.QuerySelectorAll(".errors li").Length));
        Assert.Equal("soon", page.QuerySelector("#reminder_hours")!.GetAttribute("value"));

        Assert.Equal(303,
            (int)(await cast.Olive.Browser.PostForm($"{Home}/settings", ("reminder_hours", "48, 4"),
                ("grace_minutes", "45"), ("waiver_years", "7"), ("shore_contact.name", "Harbor office"))).StatusCode);
        var orders = await cast.Olive.Api.GetAsync("/api/standing-orders").Json();
        Assert.Equal("[48,4]", orders["reminder_hours"]!.ToJsonString());
        Assert.Equal((45, "Harbor office", 7),
            ((int)orders["grace_minutes"]!, (string?)orders["shore_contact"]!["name"], (int)orders["waiver_years"]!));
        Assert.Equal("7",
            (await cast.Olive.Browser.Page($"{Home}/settings")).QuerySelector("#waiver_years")!.GetAttribute("value"));

        await cast.Dana.Api.Put("/api/standing-orders", new { grace_minutes = 5 }).Json(403);
        await cast.Dana.Api.GetAsync("/api/standing-orders").Json(403);
        await cast.Olive.Api.Put("/api/standing-orders", new { reminder_hours = Array.Empty<int>() }).Json();
        Assert.Equal(45, (int)(await cast.Olive.Api.GetAsync("/api/standing-orders").Json())["grace_minutes"]!);
    }

    [Fact]
    public async Task A_member_chooses_which_emails_to_get()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();

        Assert.Equal(303,
            (int)(await cast.Sam.Browser.PostForm(
                $"{Home}/me", "?handler=Letters", ("letters", ""), ("letters", "reminders"))).StatusCode);

        var page = await cast.Sam.Browser.Page($"{Home}/me");
        Assert.Equal(["reminders"],
            page.QuerySelectorAll("input[name=letters][checked]").Select(box => box.GetAttribute("value")));
        Assert.Equal(
            3, (await cast.Max.Browser.Page($"{Home}/me")).QuerySelectorAll("input[name=letters][checked]").Length);
        Assert.Null(page.QuerySelector($"a[href='{Home}/duties']"));
        Assert.NotNull((await cast.Olive.Browser.Page($"{Home}/me")).QuerySelector($"a[href='{Home}/duties']"));
    }
}
