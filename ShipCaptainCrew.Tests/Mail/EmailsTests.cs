using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>The emails that changes cause and what they say, made through the API and delivered over SMTP.</summary>
public sealed partial class EmailsTests
{
    [Fact]
    public async Task A_new_member_joins_by_the_link_in_the_invitation()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        await Invite(cast, "Robin Reed", "robin@elsewhere.example");

        var message = await app.Post.Arrival("robin@elsewhere.example", "Queen of San Diego invites you aboard");
        var browser = app.CreateClient(new() { AllowAutoRedirect = false });
        var welcome = await browser.PostForm(Link(message.TextBody!), ("name", "Robin Reed"));

        Assert.Equal(303, (int)welcome.StatusCode);
        Assert.Contains("as crew", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_in_the_sign_in_email_signs_in_on_another_device()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var api = app.CreateClient();
        var ask =
            (string?)(await api.Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" })
                .Json(202))["ask"];

        var message = await app.Post.Arrival("sam@queen-of-san-diego.example", "Your sign-in link");
        var code = Code().Match(message.TextBody!).Value;
        var token = await api.Post("/api/auth/tokens", new { ask, code }).Json();

        Assert.Equal(cast.Slug, (string?)token["operator"]);
    }

    [Fact]
    public async Task An_unknown_address_gets_no_email_and_the_response_is_the_same()
    {
        await using var app = new AppFixture();
        await app.Cast();
        var before = await app.Count();

        await app.CreateClient().Post("/api/auth/magic-links", new { email = "nobody@elsewhere.example" }).Json(202);

        Assert.Empty(await app.Letters(since: before));
    }

    [Fact]
    public async Task No_valid_link_or_code_is_ever_stored_in_the_database()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        await Invite(cast, "Robin Reed", "robin@elsewhere.example");
        await app.CreateClient().Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" })
            .Json(202);
        var invitation = await app.Post.Arrival("robin@elsewhere.example", "aboard");
        var signIn = await app.Post.Arrival("sam@queen-of-san-diego.example", "sign-in");
        await app.Rest();
        SqliteConnection.ClearAllPools();

        var stored =
            string.Concat(
                Directory.EnumerateFiles(app.Folder, "shipcaptaincrew.db*")
                    .Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));

        Assert.Contains("robin@elsewhere.example", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Link(invitation.TextBody!)[^43..], stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Link(signIn.TextBody!)[^43..], stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Code().Match(signIn.TextBody!).Value, stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_is_emailed_to_the_deckhand_the_captain_and_the_office()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        var before = await app.Count();

        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();

        Assert.Equal(
            ["dana: Sat 4 Jul 17:30, Aurora: Sam is deckhand", "kim: Sat 4 Jul 17:30, Aurora: Sam is deckhand",
                "olive: Sat 4 Jul 17:30, Aurora: Sam is deckhand", "sam: Sat 4 Jul 17:30, Aurora: you are deckhand"],
            await app.Letters(since: before));
    }

    [Fact]
    public async Task A_member_who_assigns_a_deckhand_gets_no_email_and_the_deckhand_is_asked_to_confirm()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        var before = await app.Count();

        await cast.Kim.Api
            .Post($"/api/events/{charter["id"]}/roles/deckhand/claim", new { member_id = cast.Sam.MemberId })
            .Json();

        Assert.Equal(
            ["dana: Sat 4 Jul 17:30, Aurora: Sam is deckhand", "olive: Sat 4 Jul 17:30, Aurora: Sam is deckhand",
                "sam: Sat 4 Jul 17:30, Aurora: you are deckhand"],
            await app.Letters(since: before));
        var message = await app.Post.Arrival("sam@queen-of-san-diego.example", "you are deckhand");
        Assert.Contains("Kim put you down for it.", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_emailed_to_the_same_people()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        var before = await app.Count();

        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/release").Json();

        Assert.Equal(
            ["dana: Sat 4 Jul 17:30, Aurora: Sam is no longer deckhand",
                "kim: Sat 4 Jul 17:30, Aurora: Sam is no longer deckhand",
                "olive: Sat 4 Jul 17:30, Aurora: Sam is no longer deckhand",
                "sam: Sat 4 Jul 17:30, Aurora: you are no longer deckhand"],
            await app.Letters(since: before));
    }

    [Fact]
    public async Task No_email_is_sent_about_a_draft_until_it_is_published()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var before = await app.Count();
        var charter = await Plan(cast, publish: false);
        await cast.Dana.Api
            .Post($"/api/events/{charter["id"]}/roles/deckhand/claim", new { member_id = cast.Sam.MemberId })
            .Json();
        Assert.Empty(await app.Letters(since: before));

        await cast.Dana.Api.Post($"/api/events/{charter["id"]}/publish").Json();

        Assert.Equal(
            ["kim: Sat 4 Jul 17:30, Aurora: you are captain", "sam: Sat 4 Jul 17:30, Aurora: you are deckhand"],
            await app.Letters(since: before));
    }

    [Fact]
    public async Task The_crew_is_told_the_new_time_and_place_of_a_moved_charter()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        var before = await app.Count();

        await cast.Dana.Api.Put($"/api/events/{charter["id"]}", new { notes = "Bring ice." }).Json();
        Assert.Empty(await app.Letters(since: before));
        await cast.Dana.Api
            .Put($"/api/events/{charter["id"]}", new { departure_time = "18:00", meeting_point = "Pier 4" })
            .Json();

        Assert.Equal(
            ["kim: Changed: Sat 4 Jul 18:00, Aurora: you are captain",
                "sam: Changed: Sat 4 Jul 18:00, Aurora: you are deckhand"],
            await app.Letters(since: before));
        Assert.Contains("Pier 4", (await app.Post.Arrival("sam@queen-of-san-diego.example", "Changed")).TextBody,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_crew_is_told_of_a_cancellation_with_its_reason_and_the_charterer_without()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Dana.Api
            .Put($"/api/events/{charter["id"]}",
                new { contact = new { name = "Pat Lee", email = "pat@guests.example" }, reference = "Q-17" })
            .Json();
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        var before = await app.Count();

        await cast.Kim.Api.Post($"/api/events/{charter["id"]}/cancel", new { reason = "Gale warning" }).Json();

        Assert.Equal(
            ["kim: Cancelled: Sat 4 Jul 17:30, Aurora", "pat: Cancelled: your charter on Sat 4 Jul 17:30, Aurora",
                "sam: Cancelled: Sat 4 Jul 17:30, Aurora"],
            await app.Letters(since: before));
        Assert.Contains("Gale warning",
            (await app.Post.Arrival("sam@queen-of-san-diego.example", "Cancelled")).TextBody, StringComparison.Ordinal);
        var charterer = (await app.Post.Arrival("pat@guests.example", "Cancelled")).TextBody;
        Assert.Contains("Q-17", charterer, StringComparison.Ordinal);
        Assert.DoesNotContain("Gale warning", charterer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undone_cancellation_is_emailed_to_everyone_who_was_told_of_it()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Dana.Api
            .Put($"/api/events/{charter["id"]}",
                new { contact = new { name = "Pat Lee", email = "pat@guests.example" }, reference = "Q-17" })
            .Json();
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        await cast.Kim.Api.Post($"/api/events/{charter["id"]}/cancel", new { reason = "Gale warning" }).Json();
        var before = await app.Count();

        await cast.Kim.Api.Post($"/api/events/{charter["id"]}/undo").Json();

        Assert.Equal(
            ["kim: It sails after all: Sat 4 Jul 17:30, Aurora",
                "pat: It sails after all: your charter on Sat 4 Jul 17:30, Aurora",
                "sam: It sails after all: Sat 4 Jul 17:30, Aurora"],
            await app.Letters(since: before));
        var text = (await app.Post.Arrival("sam@queen-of-san-diego.example", "after all")).TextBody;
        Assert.Contains("You are deckhand.", text, StringComparison.Ordinal);
        Assert.Contains(
            "Q-17", (await app.Post.Arrival("pat@guests.example", "after all")).TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_undone_publication_is_emailed_to_the_crew_only()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Dana.Api
            .Put($"/api/events/{charter["id"]}",
                new { contact = new { name = "Pat Lee", email = "pat@guests.example" } })
            .Json();
        var before = await app.Count();

        await cast.Dana.Api.Post($"/api/events/{charter["id"]}/undo").Json();

        Assert.Equal(["kim: Withdrawn for now: Sat 4 Jul 17:30, Aurora"], await app.Letters(since: before));
    }

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
    public async Task A_change_of_captain_is_emailed_to_the_new_and_the_former_captain()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        var before = await app.Count();

        await cast.Dana.Api
            .Put($"/api/events/{charter["id"]}", new { captain_id = cast.Olive.MemberId, departure_time = "18:00" })
            .Json();

        Assert.Equal(
            ["kim: Sat 4 Jul 18:00, Aurora: you are no longer captain",
                "olive: Sat 4 Jul 18:00, Aurora: Kim is no longer captain",
                "olive: Sat 4 Jul 18:00, Aurora: you are captain"],
            await app.Letters(since: before));
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
            ["sam: Sat 4 Jul 17:30, Aurora: you are deckhand"],
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
            ["sam: Sat 4 Jul 17:30, Aurora: you are no longer deckhand"],
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

    [Fact]
    public async Task Using_one_invitation_invalidates_the_others()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var robin = await cast.Dana.Api
            .Post("/api/members", new { name = "Robin Reed", email = "robin@elsewhere.example", role = "crew" })
            .Json(201);
        var first = await app.Post.Arrival("robin@elsewhere.example", "aboard");
        await cast.Dana.Api.Post($"/api/members/{robin["id"]}/invite").Json();
        var second =
            await app.Post.Arrival(
                delivery => delivery.To.Contains("robin@elsewhere.example") && delivery.Message != first);
        var browser = app.CreateClient(new() { AllowAutoRedirect = false });
        Assert.Equal(303, (int)(await browser.PostForm(Link(second.TextBody!), ("name", "Robin Reed"))).StatusCode);

        var response = await app.CreateClient()
            .Post("/api/auth/tokens", new { token = Link(first.TextBody!)[^43..], name = "Robin Reed" });

        Assert.Equal(400, (int)response.StatusCode);
    }

    private static Task<Guid> Invite(Cast cast, string name, string email) =>
        cast.Ship.Change(cast.OperatorId, (db, _) =>
    {
        var person = db.Add(Person.WithAddress(email)).Entity;
        var member = db.Add(new Member(cast.OperatorId, person.Id, new()
        {
            Name = name,
            Email = email,
            Role = MemberRole.Crew,
            Qualifications = [CrewRole.Deckhand],
        })).Entity;
        return Task.FromResult(member.Id);
    });

    private static async Task<JsonNode> Plan(Cast cast, bool publish = true, string vesselName = "Aurora")
    {
        var vessel = await cast.Dana.Api.Post("/api/vessels", new { name = vesselName, passenger_capacity = 49 })
            .Json(201);
        return await cast.Dana.Api.Post("/api/events", new
        {
            vessel_id = vessel["id"], event_date = "2026-07-04", title = "Sunset sail", captain_id = cast.Kim.MemberId,
            meeting_point = "Pier 3",
            departure_time = "2026-07-04T17:30", return_time = "20:00", publish,
        }).Json(201);
    }

    private static string Link(string text) => LinkShape().Match(text).Value["https://ship.test".Length..];

    [GeneratedRegex(@"https://ship\.test/sign-in/[\w-]{43}")]
    private static partial Regex LinkShape();

    [GeneratedRegex(@"\b[0-9A-HJKMNP-TV-Z]{8}\b")]
    private static partial Regex Code();
}
