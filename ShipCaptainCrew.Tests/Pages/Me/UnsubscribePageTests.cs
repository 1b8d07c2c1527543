using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Mail.Outbox;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Me;

/// <summary>
/// Turning optional emails off by the link in them. The charter is on July 4; its crew is reminded 24 and 3 hours
/// before call time, which is 16:30 in San Diego.
/// </summary>
public sealed partial class UnsubscribePageTests : IAsyncLifetime
{
    private const string Sam = "sam@queen-of-san-diego.example", Kim = "kim@queen-of-san-diego.example";

    /// <summary>The text of the link, which only reminders and daily emails have.</summary>
    private const string StopLabel = "Turn these emails off";

    private static readonly DateTimeOffset DayBefore = new(2026, 7, 3, 23, 30, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset ThreeHoursBefore = new(2026, 7, 4, 20, 30, 0, TimeSpan.Zero);

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private CharterFixture day = null!;
    private HttpClient provider = null!;

    private Cast Cast => day.Cast;

    public async ValueTask InitializeAsync()
    {
        day = await CharterFixture.Begin();
        provider = day.Ship.Phone();
    }

    public ValueTask DisposeAsync()
    {
        provider.Dispose();
        return day.DisposeAsync();
    }

    [Fact]
    public async Task One_click_ends_these_emails_for_this_member_only_and_the_others_still_come()
    {
        var link = (await Reminder(Sam)).StopLink();

        using var answer = await provider.OneClick(link);

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal([EmailPreference.Reminders], (await Member(Cast.Sam)).DoesWithout);
        foreach (var other in Cast.All.Except([Cast.Sam])) Assert.Empty((await Member(other)).DoesWithout);
        await day.RemindCrew(ThreeHoursBefore);
        await day.Ship.Rest();
        Assert.Equal(1, Count(Sam, "you are deckhand", StopLabel));
        Assert.Equal(2, Count(Kim, "you are captain", StopLabel));
        await day.Ship.Change(Cast.OperatorId, async (db, actor) =>
            (await db.Charters.FirstAsync(row => row.Id == day.CharterId, stop)).Cancel("Gale warning", actor));
        Assert.Contains("Gale warning", (await day.Ship.Post.Arrival(Sam, "Canceled")).TextBody);
        Assert.Equal(200, (int)(await Cast.Sam.Browser.GetAsync($"/{Cast.Slug}/me", stop)).StatusCode);
    }

    [Fact]
    public async Task One_click_counts_while_the_operator_is_suspended()
    {
        var link = (await Reminder(Sam)).StopLink();
        await Cast.Suspend();

        using var answer = await provider.OneClick(link);

        Assert.Equal(200, (int)answer.StatusCode);
        await Cast.Resume();
        Assert.Equal([EmailPreference.Reminders], (await Member(Cast.Sam)).DoesWithout);
    }

    [Fact]
    public async Task A_reminder_that_already_waits_is_not_sent_after_one_click()
    {
        var link = (await Reminder(Sam)).StopLink();
        day.Ship.Post.Mood = _ => SmtpSink.Reply.Say("451 Later");
        await day.RemindCrew(ThreeHoursBefore);
        var outboxWorker = day.Ship.Services.GetRequiredService<OutboxWorker>();
        await Waiting.Until(() => outboxWorker.LastFailure is not null);

        await provider.OneClick(link);
        day.Ship.Post.Mood = _ => null;
        day.Ship.Clock.Advance(TimeSpan.FromMinutes(10));
        await day.Ship.Rest();

        Assert.Equal(1, Count(Sam, "you are deckhand", StopLabel));
        Assert.Equal(2, Count(Kim, "you are captain", StopLabel));
    }

    [Fact]
    public async Task One_click_in_the_daily_email_ends_the_daily_email_and_nothing_else()
    {
        var morning = new DateTimeOffset(2026, 7, 2, 18, 0, 0, TimeSpan.Zero);
        await day.MailDaily(morning);
        var link = (await day.Ship.Post.Arrival(Kim, "Your list")).StopLink();

        await provider.OneClick(link);
        await day.MailDaily(morning.AddDays(1));
        await day.RemindCrew(DayBefore);
        await day.Ship.Rest();

        Assert.Equal([EmailPreference.Daily], (await Member(Cast.Kim)).DoesWithout);
        Assert.Equal((1, 1), (Count(Kim, "Your list", ""), Count(Kim, "you are captain", StopLabel)));
    }

    /// <summary>The reminder that a crew member gets 24 hours before call time.</summary>
    private async Task<MimeMessage> Reminder(string to)
    {
        await day.RemindCrew(DayBefore);
        return await day.Ship.Post.Arrival(mail =>
            mail.To.Contains(to) && mail.Message.Headers.Contains(HeaderId.ListUnsubscribe));
    }

    private int Count(string to, string subject, string text) => day.Ship.Post.Deliveries.Count(mail =>
        mail.To.Contains(to) && mail.Message.Subject!.Contains(subject, StringComparison.Ordinal)
        && mail.Message.TextBody!.Contains(text, StringComparison.Ordinal));

    private Task<Member> Member(TestUser user) =>
        Cast.Look(db => db.Members.AsNoTracking().FirstAsync(row => row.Id == user.MemberId));

    private Task<List<ShipCaptainCrew.Evidence.LogEntry>> Log(string kind) =>
        Cast.Look(db => db.Log.AsNoTracking().Where(entry => entry.Kind == kind).ToListAsync());
}
