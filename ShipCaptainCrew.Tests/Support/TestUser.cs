using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// A signed-in member, with one client that sends an access token (<see cref="Api"/>) and one that sends the session
/// cookie (<see cref="Browser"/>).
/// </summary>
public sealed record TestUser(string Name, Guid MemberId, Guid SessionId, HttpClient Api, HttpClient Browser)
{
    /// <summary>Creates a member with a session, as after a sign-in; signing in has tests of its own.</summary>
    internal static async Task<TestUser> Create(
        AppFixture app, Guid operatorId, string slug, string name, MemberRole role, params CrewRole[] qualifications)
    {
        var (member, session) = await app.Change(operatorId, (db, actor) =>
        {
            var email = $"{name.ToLowerInvariant()}@{slug}.example";
            var person = Person.WithAddress(email);
            var member = new Member(operatorId, person.Id, new()
            {
                Name = name,
                Email = email,
                Phone = "+1 619 555 0100",
                Role = role,
                Qualifications = qualifications,
            });
            member.Join(null, actor);
            var session = new Session(person.Id, operatorId, "test", isShared: false, actor.At);
            db.AddRange(person, member, session);
            return Task.FromResult((member, session));
        });
        return new(name, member.Id, session.Id, await WithToken(app, session), await WithCookie(app, session));
    }

    /// <summary>A client with an access token of a new session of the same person, signed in just now.</summary>
    public async Task<HttpClient> SignInAgain(AppFixture app, Guid operatorId)
    {
        var session = await app.Change(operatorId, async (db, actor) =>
        {
            var member = await db.Members.FirstAsync(row => row.Id == MemberId);
            return (await db.AddAsync(
                new Session(member.PersonId, operatorId, "test", isShared: false, actor.At))).Entity;
        });
        return await WithToken(app, session);
    }

    /// <summary>Signs in again in the same browser, as in another tab, by the link in an email.</summary>
    /// <returns>The redirect.</returns>
    public async Task<HttpResponseMessage> SignInBeside(AppFixture app, string email)
    {
        var before = app.Post.Deliveries.ToHashSet();
        await Browser.PostForm("/sign-in", ("email", email));
        var message =
            await app.Post.Arrival(
                delivery => delivery.To.Contains(email) && delivery.Message.Subject == "Your sign-in link"
                    && !before.Contains(delivery));
        var response = await Browser.PostForm(Regex.Match(message.TextBody!, "/sign-in/[A-Za-z0-9_-]{43}").Value);
        Assert.Equal(303, (int)response.StatusCode);
        return response;
    }

    private static Task<HttpClient> WithToken(AppFixture app, Session session) => app.In(async services =>
    {
        var viewer = await services.GetRequiredService<SessionResolver>()
            .ViewerOf(session, null, CancellationToken.None);
        var api = app.CreateClient();
        api.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", services.GetRequiredService<AccessToken>().For(viewer!));
        return api;
    });

    private static Task<HttpClient> WithCookie(AppFixture app, Session session) => app.In(async services =>
    {
        var http =
            new DefaultHttpContext {
                RequestServices = services, Request = { Scheme = "http", Host = new("localhost") } };
        await http.SignInAsync(session);
        var cookies = new CookieContainer();
        foreach (var cookie in http.Response.GetTypedHeaders().SetCookie)
            cookies.Add(new Uri("http://localhost"), new Cookie(cookie.Name.Value!, cookie.Value.Value));
        return app.CreateDefaultClient(new CookieContainerHandler(cookies));
    });
}
