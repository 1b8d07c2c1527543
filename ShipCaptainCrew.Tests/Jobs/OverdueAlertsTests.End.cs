using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Jobs;

/// <summary>What ends the alerts or starts them again.</summary>
public sealed partial class OverdueAlertsTests
{
    [Fact]
    public async Task The_emails_stop_once_somebody_acknowledges_the_alert()
    {
        await RunAt(30);
        await Ship.Rest();

        var acknowledged = await Cast.Dana.Browser.PostForm($"{day.Charter}/overdue");
        Assert.Equal(303, (int)acknowledged.StatusCode);

        Assert.Null(await RunAt(45));
        Assert.Single(await Ship.Letters(since: before));
        Assert.Contains("Dana is handling this",
            (await Cast.Kim.Browser.Page($"{day.Charter}/overdue")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_captain_of_a_suspended_operator_is_alerted_and_can_acknowledge_without_signing_in()
    {
        await Cast.Suspend(evenUnderWay: true);
        await RunAt(30);
        var message = await Ship.Post.Arrival("kim@queen-of-san-diego.example", "OVERDUE: Aurora, due 12:30 PM");
        using var phone = Ship.CreateClient(new() { AllowAutoRedirect = false });
        var page = Link().Match(message.TextBody!).Groups[1].Value;

        Assert.Null((await phone.Page(page)).QuerySelector("#watch form a"));
        Assert.Equal(303, (int)(await phone.Send(page, ("code", message.CodeIn()))).StatusCode);

        Assert.Contains("Kim is handling this", (await phone.Page(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Null(await RunAt(45));
    }

    [Fact]
    public async Task All_fast_stops_the_emails_and_drops_those_not_yet_sent()
    {
        var refused = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Ship.Post.Mood = line =>
        {
            if (line != "") return null;
            refused.TrySetResult();
            return SmtpSink.Reply.Say("421 Later");
        };
        await RunAt(30);
        await refused.Task;
        await Cast.Kim.Api.Post($"{day.Api}/return").Json();
        Ship.Post.Mood = _ => null;

        Assert.Null(await RunAt(45));

        Assert.Empty(await Ship.Letters(since: before));
    }

    [Fact]
    public async Task A_later_return_time_starts_the_alerts_again_and_clears_the_acknowledgement()
    {
        await RunAt(30);
        await Ship.Rest();
        await Cast.Dana.Browser.PostForm($"{day.Charter}/overdue");
        before = await Ship.Count();
        await Cast.Dana.Api.Put(day.Api, new { return_time = "2026-07-01T14:30" }).Json();

        Assert.Null(await RunAt(45));
        await RunAt(150);

        Assert.Contains("kim: OVERDUE: Aurora, due 2:30 PM", await Ship.Letters(since: before));
        Assert.Equal(["charter.overdue", "charter.overdue"], await OverdueEvents());
    }
}
