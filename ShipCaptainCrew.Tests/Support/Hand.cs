using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Somebody aboard, with a program's way in (<see cref="Api"/>, by token) and a browser's (<see cref="Browser"/>, by cookie).</summary>
public sealed record Hand(string Name, Guid MemberId, Guid SessionId, HttpClient Api, HttpClient Browser)
{
    /// <summary>Comes aboard with a session as a sign-in leaves it; the way there has tests of its own.</summary>
    internal static async Task<Hand> Board(Ship ship, Guid operatorId, string slug, string name, MemberRole role, params CrewRole[] qualifications)
    {
        var (member, session) = await ship.Change(operatorId, (db, by) =>
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
            member.Join(null, by);
            var session = new Session(person.Id, operatorId, "test", isShared: false, by.At);
            db.AddRange(person, member, session);
            return Task.FromResult((member, session));
        });
        return new(name, member.Id, session.Id, await WithToken(ship, session), await WithCookie(ship, session));
    }

    /// <summary>The same person by a sign-in of this moment, as a program comes in.</summary>
    public async Task<HttpClient> SignInAgain(Ship ship, Guid operatorId)
    {
        var session = await ship.Change(operatorId, async (db, by) =>
        {
            var member = await db.Members.FirstAsync(row => row.Id == MemberId);
            return (await db.AddAsync(new Session(member.PersonId, operatorId, "test", isShared: false, by.At))).Entity;
        });
        return await WithToken(ship, session);
    }

    /// <summary>The same person signs in again in the same browser, as in another tab: by the link of a letter.</summary>
    /// <returns>Where that leads.</returns>
    public async Task<HttpResponseMessage> SignInBeside(Ship ship, string email)
    {
        var before = ship.Post.Deliveries.ToHashSet();
        await Browser.PostForm("/sign-in", ("email", email));
        var letter = await ship.Post.Arrival(delivery => delivery.To.Contains(email) && delivery.Message.Subject == "Your sign-in link" && !before.Contains(delivery));
        var entered = await Browser.PostForm(Regex.Match(letter.TextBody!, "/sign-in/[A-Za-z0-9_-]{43}").Value);
        Assert.Equal(303, (int)entered.StatusCode);
        return entered;
    }

    private static Task<HttpClient> WithToken(Ship ship, Session session) => ship.In(async services =>
    {
        var viewer = await services.GetRequiredService<Boarding>().ViewerOf(session, null, CancellationToken.None);
        var api = ship.CreateClient();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", services.GetRequiredService<AccessToken>().For(viewer!));
        return api;
    });

    private static Task<HttpClient> WithCookie(Ship ship, Session session) => ship.In(async services =>
    {
        var http = new DefaultHttpContext { RequestServices = services, Request = { Scheme = "http", Host = new("localhost") } };
        await http.SignInAsync(session);
        var cookies = new CookieContainer();
        foreach (var cookie in http.Response.GetTypedHeaders().SetCookie) cookies.Add(new Uri("http://localhost"), new Cookie(cookie.Name.Value!, cookie.Value.Value));
        return ship.CreateDefaultClient(new CookieContainerHandler(cookies));
    });
}
