using System.Runtime.CompilerServices;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Pages.Emails;

public sealed partial class EmailsPageTests
{
    [Fact]
    public async Task The_test_email_arrives_and_the_page_shows_the_servers_reply()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        app.Post.Mood = line => line == "." ? SmtpSink.Reply.Say("250 Queued as 4711") : null;

        Assert.Equal(303, (int)(await Press(cast, "Test")).StatusCode);

        await app.Post.Arrival("dana@queen-of-san-diego.example", "Test email from Queen of San Diego");
        await app.Rest();
        var row = (await Page(cast)).QuerySelector("#letters .log li")!.TextContent;
        Assert.All(["Dana", "Test email", "Sent", "Queued as 4711"],
            word => Assert.Contains(word, row, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_refused_email_is_listed_first_with_the_reason_until_it_is_sent_again()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        app.Post.Mood = line => line.StartsWith("RCPT", StringComparison.Ordinal)
            ? SmtpSink.Reply.Say("550 No such mailbox here") : null;
        await Press(cast, "Test");
        await app.Rest();
        app.Post.Mood = _ => null;
        await Press(cast, "Test");
        await app.Rest();
        var page = await Page(cast);
        Assert.Contains(
            "550 No such mailbox here", page.QuerySelector("#letters .log li")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not delivered: 1", page.QuerySelector(".note.alarm")!.TextContent, StringComparison.Ordinal);

        await Press(cast, "Resend", page.QuerySelector("#letters .log li")!.Id![2..]);

        await app.Rest();
        Assert.Null((await Page(cast)).QuerySelector(".note.alarm"));
        Assert.Equal(2,
            app.Post.Deliveries.Count(delivery => delivery.Message.Subject == "Test email from Queen of San Diego"));
    }

    [Fact]
    public async Task The_same_form_submitted_twice_sends_one_email()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();

        for (var times = 0; times < 2; times++) await Press(cast, "Test", key: "the-same");

        await app.Rest();
        Assert.Single(
            app.Post.Deliveries, delivery => delivery.Message.Subject == "Test email from Queen of San Diego");
    }

    [Fact]
    public async Task The_copy_of_a_waiver_is_listed_as_sent_to_its_signer_and_a_notice_to_its_guest()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Waiver();
        await day.Cast.Dana.Api.Put(day.Api, new { contact = new { name = "Pat", email = "pat@guests.example" } })
            .Json();
        var (_, page) = await day.Cast.Guest(day.CharterId, "Mia Cole", "party@guests.example");
        await day.Ship.Sign(page, "Mia Cole", new() { ["email"] = "mia@guests.example" });
        await day.Cast.Dana.Api.Put(day.Api, new { departure_time = "18:00" }).Json();
        await day.Ship.Rest();

        var rows = (await Page(day.Cast)).QuerySelectorAll("#letters .log li")
            .Select(row => (row.Words("b"), row.Words(".what")))
            .ToList();

        Assert.Contains(("Mia Cole, mia@guests.example", "Copy of a waiver"), rows);
        Assert.Contains(("Mia Cole", "Charter changed"), rows);
        Assert.Contains(("Pat", "Charter changed"), rows);
    }

    [Fact]
    public async Task An_overdue_email_without_a_member_is_listed_as_sent_to_the_shore_contact()
    {
        await using var day = await CharterFixture.Begin();
        await day.Ship.Change(day.Cast.OperatorId, (db, actor) => Task.FromResult(db.Add(
            new OutboxEmail(ShipCaptainCrew.Mail.Messages.OverdueEmail.Kind, "overdue|1|", actor.At)
            {
                OperatorId = day.Cast.OperatorId,
                SubjectId = day.CharterId,
                CharterId = day.CharterId,
            })));

        Assert.Contains((await Page(day.Cast)).QuerySelectorAll("#letters .log li"),
            row => row.Words("b") == "Shore contact" && row.Words(".what").Contains("Overdue"));
    }

    [Fact]
    public async Task A_page_lists_fifty_emails()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        await app.Change(cast.OperatorId, (db, actor) =>
        {
            for (var i = 0; i < 60; i++)
            {
                db.Add(new OutboxEmail("test", $"{i}", actor.At)
                {
                    OperatorId = cast.OperatorId,
                    MemberId = cast.Dana.MemberId,
                });
            }

            return Task.FromResult(true);
        });

        var first = await Page(cast);
        var older = first.QuerySelectorAll("a.btn").Single(link => link.TextContent == "Older");
        var second = await cast.Dana.Browser.Page(older.GetAttribute("href")!);

        Assert.Equal(50, Ids(first).Count());
        Assert.InRange(Ids(second).Count(), 10, 20);
        Assert.Empty(Ids(first).Intersect(Ids(second)));
        Assert.Equal($"/{cast.Slug}/letters", second.QuerySelectorAll("a.btn")
            .Single(link => link.TextContent == "Newest").GetAttribute("href"));

        static IEnumerable<string> Ids(AngleSharp.Dom.IDocument page) =>
            page.QuerySelectorAll("#letters .log li").Select(row => row.Id!);
    }

    [Theory]
    [InlineData("State", "Unreadable", "(test, CryptographicException)")]
    [InlineData("SettledAt", "-1", "Exception)")]
    [InlineData("SubjectId", "no id", "(FormatException)")]
    public async Task Emails_that_cannot_be_read_are_counted_and_the_others_listed(
        string column, string value, string details)
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        await Press(cast, "Test");
        await Press(cast, "Test");
        await app.Rest();
        var before = (await Page(cast)).QuerySelectorAll("#letters .log li").Length;
        var id = (await cast.Outbox())[^1].Id.ToString().ToUpperInvariant();
        await app.In(services => services.GetRequiredService<AppDbContext>().Database.ExecuteSqlAsync(
            FormattableStringFactory.Create(
                $"UPDATE outbox SET Answer = 'CryptographicException', {column} = '{value}' WHERE Id = '{id}'")));

        var page = await Page(cast);

        Assert.Equal(before - 1, page.QuerySelectorAll("#letters .log li").Length);
        var note = page.QuerySelector("#unreadable")!.TextContent;
        Assert.Contains("cannot be read: 1.", note, StringComparison.Ordinal);
        Assert.Contains(details, note, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emails_are_forbidden_to_crew_and_not_found_by_other_operators()
    {
        await using var app = new AppFixture();
        var (cast, strangers) = (await app.Cast(), await app.Cast("strangers"));
        var theirs = (await cast.Outbox())[0].Id;

        Assert.Equal(403,
            (int)(await cast.Kim.Browser.GetAsync(
                $"/{cast.Slug}/letters", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(404,
            (int)(await strangers.Olive.Browser.GetAsync(
                $"/{cast.Slug}/letters", TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(404, (int)(await Press(strangers, "Resend", $"{theirs}")).StatusCode);
    }

    private static Task<IDocument> Page(Cast cast) => cast.Dana.Browser.Page($"/{cast.Slug}/letters");

    private static async Task<HttpResponseMessage> Press(
        Cast cast, string handler, string? id = null, string? key = null)
    {
        var token = (await Page(cast)).QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        return await cast.Dana.Browser.PostAsync(
            $"/{cast.Slug}/letters?handler={handler}&id={id}",
            new FormUrlEncodedContent(
                [new("__RequestVerificationToken", token), new("Idempotency-Key", key ?? $"{Guid.CreateVersion7()}")]));
    }
}
