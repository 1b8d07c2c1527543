using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>Changes that cause no email, or fewer than usual.</summary>
public sealed partial class EmailsTests
{
    [Fact]
    public async Task Undoing_a_change_that_was_not_emailed_sends_no_email()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var (draft, charter) = (await Plan(cast, publish: false), await Plan(cast, vesselName: "Borealis"));
        await cast.Dana.Api.Post($"/api/events/{draft["id"]}/cancel", new { reason = "Never mind" }).Json();
        await cast.Kim.Api.Post($"/api/events/{charter["id"]}/board").Json();
        var before = await app.Count();

        await cast.Dana.Api.Post($"/api/events/{draft["id"]}/undo").Json();
        await cast.Kim.Api.Post($"/api/events/{charter["id"]}/undo").Json();

        Assert.Empty(await app.Letters(since: before));
    }

    [Fact]
    public async Task Cancelling_or_deleting_a_draft_sends_no_email()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var before = await app.Count();
        var (one, other) = (await Plan(cast, publish: false), await Plan(cast, publish: false, vesselName: "Borealis"));

        await cast.Dana.Api.Post($"/api/events/{one["id"]}/cancel", new { reason = "Never mind" }).Json();
        await cast.Dana.Api.DeleteAsync($"/api/events/{other["id"]}", TestContext.Current.CancellationToken);

        Assert.Empty(await app.Letters(since: before));
    }

    [Fact]
    public async Task Only_the_last_of_several_changes_is_emailed_if_none_could_be_sent_before()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        var before = await app.Count();
        app.Post.Mood = line => line.Length == 0 ? SmtpSink.Reply.Say("421 Closed") : null;
        foreach (var action in new[] { "claim", "release", "claim" })
            await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/{action}").Json();

        app.Post.Mood = _ => null;
        await cast.Alex.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();

        Assert.Equal(
            ["sam: Sat, Jul 4, 5:30 PM, Aurora: you are deckhand"],
            (await app.Letters(since: before)).Where(email => email.StartsWith("sam:", StringComparison.Ordinal)));
        Assert.Equal(2,
            (await cast.Outbox()).Count(
                email => email.MemberId == cast.Sam.MemberId && email.State == EmailState.NotNeeded
                    && email.CharterId is not null));
    }

    [Fact]
    public async Task A_suspended_deckhand_is_told_of_the_lost_position_and_nothing_more()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        var before = await app.Count();

        await cast.Dana.Api.Put($"/api/members/{cast.Sam.MemberId}", new { status = "suspended" }).Json();
        await app.Rest();
        await cast.Dana.Api.Put($"/api/events/{charter["id"]}", new { departure_time = "18:00" }).Json();
        await cast.Dana.Api.Post($"/api/events/{charter["id"]}/cancel", new { reason = "Gale warning" }).Json();

        Assert.Equal(
            ["sam: Sat, Jul 4, 5:30 PM, Aurora: you are no longer deckhand"],
            (await app.Letters(since: before)).Where(email => email.StartsWith("sam:", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task No_email_is_sent_about_a_charter_that_is_over()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        var before = await app.Count();
        app.Clock.Advance(TimeSpan.FromDays(5));

        await app.Change(cast.OperatorId,
            async (db, actor) =>
                (await db.Charters.FindAsync(cast.OperatorId, (Guid)charter["id"]!))!.Cancel("Forgot to", actor));

        Assert.Empty(await app.Letters(since: before));
    }
}
