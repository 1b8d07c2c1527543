using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Jobs;
using ShipCaptainCrew.Jobs.Scheduling;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Runs the jobs that write optional emails, and reads the link that turns them off.</summary>
public static partial class ReminderSteps
{
    /// <summary>Reminds the crew, as the scheduler does at this instant (UTC).</summary>
    public static Task<string?> RemindCrew(this CharterFixture day, DateTimeOffset now) =>
        day.Run<CallTimeReminders>(now);

    public static Task<string?> RemindGuests(this CharterFixture day, DateTimeOffset now) =>
        day.Run<RemindUnsignedGuests>(now);

    /// <summary>Writes the daily emails, which are sent at 8:00 AM local time at the earliest.</summary>
    public static Task<string?> MailDaily(this CharterFixture day, DateTimeOffset now) => day.Run<PtbNudge>(now);

    /// <summary>The path of the link that turns these emails off.</summary>
    public static string StopLink(this MimeMessage message) =>
        PathInHeader().Match(message.Headers[HeaderId.ListUnsubscribe]!).Groups[1].Value;

    /// <summary>Posts as the servers of mail providers do: without cookies and antiforgery token.</summary>
    public static Task<HttpResponseMessage> OneClick(this HttpClient provider, string link) =>
        provider.Send(link, ("List-Unsubscribe", "One-Click"));

    private static Task<string?> Run<T>(this CharterFixture day, DateTimeOffset now)
        where T : IJob
    {
        if (now > day.Ship.Clock.GetUtcNow()) day.Ship.Clock.SetUtcNow(now);
        return day.Ship.In(services =>
        {
            services.GetRequiredService<AppDbContext>().UseOperator(day.Cast.OperatorId);
            return services.GetRequiredService<T>()
                .Run(new(day.Cast.OperatorId, now, now), TestContext.Current.CancellationToken);
        });
    }

    [GeneratedRegex("^<https://ship\\.test(/unsubscribe/[^>]+)>$")]
    private static partial Regex PathInHeader();
}
