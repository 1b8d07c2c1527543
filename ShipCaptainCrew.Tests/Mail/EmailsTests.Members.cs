using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>The sign-in and invitation emails.</summary>
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

    private static string Link(string text) => LinkShape().Match(text).Value["https://ship.test".Length..];

    [GeneratedRegex(@"https://ship\.test/sign-in/[\w-]{43}")]
    private static partial Regex LinkShape();

    [GeneratedRegex(@"\b[0-9A-HJKMNP-TV-Z]{8}\b")]
    private static partial Regex Code();
}
