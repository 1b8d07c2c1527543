using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Accounts;

/// <summary>Tests that nobody can use a suspended operator, and that all its data stays.</summary>
public sealed class SuspendedOperatorTests : IAsyncLifetime
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private CharterFixture fixture = null!;

    private AppFixture App => fixture.Ship;

    private Cast Queen => fixture.Cast;

    public async ValueTask InitializeAsync() => fixture = await CharterFixture.Begin();

    public ValueTask DisposeAsync() => fixture.DisposeAsync();

    [Fact]
    public async Task Members_are_refused_from_the_next_request_on_and_readmitted_when_it_is_resumed()
    {
        await Queen.Suspend();
        foreach (var user in Queen.All)
        {
            Assert.Equal(404, (int)(await user.Browser.GetAsync($"/{Queen.Slug}", stop)).StatusCode);
            Assert.Equal(404, (int)(await user.Browser.GetAsync(fixture.Charter, stop)).StatusCode);
            await user.Api.Get(fixture.Api).Json(401);
            await user.Browser.Get(fixture.Api).Json(401);
        }

        await Queen.Resume();
        Assert.Equal(200, (int)(await Queen.Sam.Browser.GetAsync(fixture.Charter, stop)).StatusCode);
        await Queen.Kim.Api.Get(fixture.Api).Json();
    }

    [Fact]
    public async Task A_member_of_another_operator_is_redirected_there_and_others_are_told_why()
    {
        var strangers = await App.Cast("strangers");
        await strangers.Join(Queen.Kim);
        await Queen.Suspend();

        Assert.Equal("/strangers", (await Queen.Kim.Browser.GetAsync("/", stop)).Headers.Location?.OriginalString);
        var start = await Queen.Sam.Browser.Page("/");
        Assert.Contains("no operator that you belong to is open to you now",
            start.QuerySelector("main .note")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(start.QuerySelector("form[action='/sign-out'] button"));
        Assert.Null(start.QuerySelector("main a[href='/sign-in']"));
    }

    [Fact]
    public async Task A_program_gets_no_token_for_a_suspended_operator_and_is_told_why()
    {
        var strangers = await App.Cast("strangers");
        await strangers.Join(Queen.Kim);
        await Queen.Suspend();

        await Exchange(await Link(Queen.Kim), Queen.Slug, 422);
        Assert.Equal("strangers", (string?)(await Exchange(await Link(Queen.Kim), null, 200))["operator"]);
        Assert.Contains("no operator that you belong to is open",
            (string?)(await Exchange(await Link(Queen.Sam), null, 403))["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_works_again_when_the_operator_is_resumed()
    {
        var page = $"/sign-in/{await Invitation()}";
        using var phone = App.CreateClient(new() { AllowAutoRedirect = false });
        await Queen.Suspend();
        Assert.Contains(
            "no longer works", (await phone.Page(page)).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(422, (int)(await phone.PostForm(page, ("name", "Pat"))).StatusCode);

        await Queen.Resume();
        Assert.Equal(303, (int)(await phone.PostForm(page, ("name", "Pat"))).StatusCode);
        Assert.Equal($"/{Queen.Slug}", (await phone.GetAsync("/", stop)).Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task Every_link_from_its_emails_is_closed_except_the_one_to_an_overdue_charter()
    {
        await Queen.Waiver();
        var ann = await Queen.Guest(fixture.CharterId, "Ann Lee");
        var ben = await Queen.Guest(fixture.CharterId, "Ben Cole");
        using var phone = App.Phone();
        await phone.Sign(ben.Page, "Ben Cole");
        string[] pages =
        [
            ann.Page,
            $"{ben.Page}/receipt",
            $"/party/{await Link(LinkKind.Party)}",
            $"/party/{await Link(LinkKind.Dock)}",
            $"/me/answers/{await Link(LinkKind.Presence, Queen.Sam.MemberId)}",
        ];
        var overduePage = $"/me/watch/{await Link(LinkKind.Overdue)}";
        foreach (var page in pages.Append(overduePage))
            Assert.Equal(200, (int)(await phone.GetAsync(page, stop)).StatusCode);
        var lastBefore = await LastLogEntry();
        await Queen.Suspend();

        foreach (var page in pages)
        {
            using var read = await phone.GetAsync(page, stop);
            using var sent = await phone.Send(page.Replace("/receipt", "", StringComparison.Ordinal),
                ("signer_name", "Ann Lee"), ("consent", "true"), ("name", "Eve"), ("answer", "no"));
            Assert.Equal((404, 404), ((int)read.StatusCode, (int)sent.StatusCode));
            Assert.Contains("closed for now", (await read.Html()).Body!.TextContent, StringComparison.Ordinal);
        }

        Assert.Equal(200, (int)(await phone.GetAsync(overduePage, stop)).StatusCode);
        Assert.Equal(lastBefore + 1, await LastLogEntry());
        await Queen.Resume();
        foreach (var page in pages) Assert.Equal(200, (int)(await phone.GetAsync(page, stop)).StatusCode);
    }

    [Fact]
    public async Task Its_event_streams_end_within_half_a_minute_and_those_of_others_continue()
    {
        var strangers = await App.Cast("strangers");
        await using var kim = await EventStreamReader.Begin(Queen.Kim.Api, $"{fixture.Api}/stream");
        await using var max = await EventStreamReader.Begin(Queen.Max.Browser, $"/{Queen.Slug}/stream");
        await using var robin = await EventStreamReader.Begin(strangers.Olive.Browser, "/strangers/stream");
        foreach (var stream in new[] { kim, max, robin }) await stream.Hear();
        await Queen.Suspend();

        Assert.Equal("change operator.suspended", await max.Hear());
        Assert.Equal("end", await max.Hear(App.Clock, 30));
        Assert.Equal("end", await kim.Hear(App.Clock, 1));
        Assert.Equal("heartbeat", await robin.Hear(App.Clock, 16));
    }

    [Fact]
    public async Task Its_audit_log_and_waiver_records_stay_intact()
    {
        await Queen.Waiver();
        await App.Sign((string)(await fixture.Guest("Ben Cole"))["waiver_url"]!, "Ben Cole");
        await Queen.Suspend();
        await Queen.Resume();
        await Queen.Suspend();

        using var file = SqliteFile.Open(Path.Combine(App.Folder, StoragePaths.DatabaseName));
        using var seals = new PublicSeals(Path.Combine(App.Folder, "keys"));
        Assert.Null(DatabaseVerification.Of(file, seals));
        Assert.Single(await Queen.Book());
    }

    private Task<string> Link(LinkKind kind, Guid? memberId = null) => App.In(services =>
        services.GetRequiredService<SignedLinks>()
            .Issue(kind, Queen.OperatorId, fixture.CharterId, memberId, App.Clock.GetUtcNow().AddDays(2)));

    /// <summary>Creates a sign-in link and the ask token of the program that requested it.</summary>
    private Task<(string Token, string Ask)> Link(TestUser user) => App.Change(Queen.OperatorId, async (db, actor) =>
    {
        var ask = RandomTokens.Token();
        var member = await db.Members.SingleAsync(row => row.Id == user.MemberId, stop);
        var link = MagicLink.Asked(member.PersonId, ask, actor.At);
        db.Add(link);
        return (link.Issue().Token, ask);
    });

    private Task<string> Invitation() => App.In(async services =>
    {
        var member = await App.Change(Queen.OperatorId, async (db, actor) =>
        {
            var person = Person.WithAddress("pat@queen.example");
            db.Add(person);
            return (await db.AddAsync(new Member(Queen.OperatorId, person.Id, new()
            {
                Name = "Pat",
                Email = "pat@queen.example",
                Role = MemberRole.Crew,
                Qualifications = [CrewRole.Deckhand],
            }))).Entity;
        });
        return (await services.GetRequiredService<MagicLinks>().Invite(member, stop)).Token;
    });

    private async Task<System.Text.Json.Nodes.JsonNode> Exchange(
        (string Token, string Ask) link, string? slug, int status)
    {
        using var program = App.CreateClient();
        return await program.Post("/api/auth/tokens", new { token = link.Token, ask = link.Ask, @operator = slug })
            .Json(status);
    }

    private Task<long> LastLogEntry() => Queen.Look(db => db.Log.MaxAsync(entry => entry.Seq));
}
