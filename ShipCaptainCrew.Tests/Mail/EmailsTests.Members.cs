using System.Text.RegularExpressions;
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

        var message = await app.Post.Arrival("robin@elsewhere.example", "Queen of San Diego invites you to join");
        var browser = app.CreateClient(new() { AllowAutoRedirect = false });
        var welcome = await browser.PostForm(Link(message.TextBody!), ("name", "Robin Reed"));

        Assert.Equal(303, (int)welcome.StatusCode);
        Assert.Contains("as crew", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Using_one_invitation_invalidates_the_others()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var robin = await cast.Dana.Api
            .Post("/api/members", new { name = "Robin Reed", email = "robin@elsewhere.example", role = "crew" })
            .Json(201);
        var first = await app.Post.Arrival("robin@elsewhere.example", "invites you to join");
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
