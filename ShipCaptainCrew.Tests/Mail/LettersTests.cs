using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>Which letters a change causes, and what is true in them, through the API and over SMTP.</summary>
public sealed partial class LettersTests
{
    [Fact]
    public async Task A_new_member_comes_aboard_by_the_link_in_the_invitation()
    {
        await using var ship = new Ship();
        var cast = await ship.Cast();
        await Invite(cast, "Robin Reed", "robin@elsewhere.example");

        var letter = await ship.Post.Arrival("robin@elsewhere.example", "Queen of San Diego invites you aboard");
        var browser = ship.CreateClient(new() { AllowAutoRedirect = false });
        var welcome = await browser.PostForm(Link(letter.TextBody!), ("name", "Robin Reed"));

        Assert.Equal(303, (int)welcome.StatusCode);
        Assert.Contains("as crew", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_code_in_the_sign_in_letter_signs_in_elsewhere()
    {
        await using var ship = new Ship();
        var cast = await ship.Cast();
        var api = ship.CreateClient();
        var ask = (string?)(await api.Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" }).Json(202))["ask"];

        var letter = await ship.Post.Arrival("sam@queen-of-san-diego.example", "Your sign-in link");
        var code = Code().Match(letter.TextBody!).Value;
        var token = await api.Post("/api/auth/tokens", new { ask, code }).Json();

        Assert.Equal(cast.Slug, (string?)token["operator"]);
    }

    [Fact]
    public async Task An_address_that_is_nobodys_gets_nothing_and_the_answer_is_the_same()
    {
        await using var ship = new Ship();
        await ship.Cast();
        var before = await ship.Count();

        await ship.CreateClient().Post("/api/auth/magic-links", new { email = "nobody@elsewhere.example" }).Json(202);

        Assert.Empty(await ship.Letters(since: before));
    }

    [Fact]
    public async Task No_link_that_works_is_ever_in_the_database()
    {
        await using var ship = new Ship();
        var cast = await ship.Cast();
        await Invite(cast, "Robin Reed", "robin@elsewhere.example");
        await ship.CreateClient().Post("/api/auth/magic-links", new { email = "sam@queen-of-san-diego.example" }).Json(202);
        var invitation = await ship.Post.Arrival("robin@elsewhere.example", "aboard");
        var signIn = await ship.Post.Arrival("sam@queen-of-san-diego.example", "sign-in");
        await ship.Rest();
        SqliteConnection.ClearAllPools();

        var kept = string.Concat(Directory.EnumerateFiles(ship.Folder, "shipcaptaincrew.db*").Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));

        Assert.Contains("robin@elsewhere.example", kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Link(invitation.TextBody!)[^43..], kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Link(signIn.TextBody!)[^43..], kept, StringComparison.Ordinal);
        Assert.DoesNotContain(Code().Match(signIn.TextBody!).Value, kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_claim_is_confirmed_to_the_deckhand_and_told_to_the_captain_and_the_office()
    {
        await using var ship = new Ship();
        var cast = await ship.Cast();
        var charter = await Plan(cast);
        var before = await ship.Count();

        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();

        Assert.Equal(
            ["dana: Sat 4 Jul 17:30, Aurora: Sam is deckhand", "kim: Sat 4 Jul 17:30, Aurora: Sam is deckhand", "olive: Sat 4 Jul 17:30, Aurora: Sam is deckhand", "sam: Sat 4 Jul 17:30, Aurora: you are deckhand"],
            await ship.Letters(since: before));
    }

    [Fact]
    public async Task Whoever_puts_a_deckhand_down_is_not_told_so_and_the_deckhand_is_asked_to_say_yes()
    {
        await using var ship = new Ship();
        var cast = await ship.Cast();
        var charter = await Plan(cast);
        var before = await ship.Count();

        await cast.Kim.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim", new { member_id = cast.Sam.MemberId }).Json();

        Assert.Equal(
            ["dana: Sat 4 Jul 17:30, Aurora: Sam is deckhand", "olive: Sat 4 Jul 17:30, Aurora: Sam is deckhand", "sam: Sat 4 Jul 17:30, Aurora: you are deckhand"],
            await ship.Letters(since: before));
        var letter = await ship.Post.Arrival("sam@queen-of-san-diego.example", "you are deckhand");
        Assert.Contains("Kim put you down for it.", letter.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Giving_a_place_up_is_told_to_the_same_people()
    {
        await using var ship = new Ship();
        var cast = await ship.Cast();
        var charter = await Plan(cast);
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        var before = await ship.Count();

        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/release").Json();

        Assert.Equal(
            ["dana: Sat 4 Jul 17:30, Aurora: Sam is no longer deckhand", "kim: Sat 4 Jul 17:30, Aurora: Sam is no longer deckhand", "olive: Sat 4 Jul 17:30, Aurora: Sam is no longer deckhand", "sam: Sat 4 Jul 17:30, Aurora: you are no longer deckhand"],
            await ship.Letters(since: before));
    }

    [Fact]
    public async Task Nobody_hears_of_a_draft_until_it_is_published()
    {
        await using var ship = new Ship();
        var cast = await ship.Cast();
        var before = await ship.Count();
        var charter = await Plan(cast, publish: false);
        await cast.Dana.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim", new { member_id = cast.Sam.MemberId }).Json();
        Assert.Empty(await ship.Letters(since: before));

        await cast.Dana.Api.Post($"/api/events/{charter["id"]}/publish").Json();

        Assert.Equal(
            ["kim: Sat 4 Jul 17:30, Aurora: you are captain", "sam: Sat 4 Jul 17:30, Aurora: you are deckhand"],
            await ship.Letters(since: before));
    }

    private static Task<Guid> Invite(Cast cast, string name, string email) => cast.Ship.Change(cast.OperatorId, (db, _) =>
    {
        var person = db.Add(Person.WithAddress(email)).Entity;
        var member = db.Add(new Member(cast.OperatorId, person.Id, new(name, email, null, MemberRole.Crew, [CrewRole.Deckhand]))).Entity;
        return Task.FromResult(member.Id);
    });

    private static async Task<JsonNode> Plan(Cast cast, bool publish = true, string vesselName = "Aurora")
    {
        var vessel = await cast.Dana.Api.Post("/api/vessels", new { name = vesselName, passenger_capacity = 49 }).Json(201);
        return await cast.Dana.Api.Post("/api/events", new
        {
            vessel_id = vessel["id"], event_date = "2026-07-04", title = "Sunset sail", captain_id = cast.Kim.MemberId, meeting_point = "Pier 3",
            departure_time = "2026-07-04T17:30", return_time = "20:00", publish,
        }).Json(201);
    }

    private static string Link(string text) => LinkShape().Match(text).Value["https://ship.test".Length..];

    [GeneratedRegex(@"https://ship\.test/sign-in/[\w-]{43}")]
    private static partial Regex LinkShape();

    [GeneratedRegex(@"\b[0-9A-HJKMNP-TV-Z]{8}\b")]
    private static partial Regex Code();
}
