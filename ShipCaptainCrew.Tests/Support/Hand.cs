using System.Net.Http.Headers;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Somebody aboard, with a program's way in (<see cref="Api"/>, by token) and a browser's (<see cref="Browser"/>, by cookie).</summary>
public sealed record Hand(string Name, Guid MemberId, Guid SessionId, HttpClient Api, HttpClient Browser)
{
    internal static async Task<Hand> Board(Ship ship, Guid operatorId, string slug, string name, MemberRole role, CrewRole[] qualifications)
    {
        var email = $"{name.ToLowerInvariant()}@{slug}.example";
        var (memberId, token) = await ship.Change(operatorId, async (db, by) =>
        {
            var member = await db.Members.FirstOrDefaultAsync(row => row.Email == email);
            if (member is null)
            {
                var known = Person.Normalize(email);
                var person = await db.Users.FirstOrDefaultAsync(row => row.NormalizedEmail == known) ?? db.Add(Person.WithAddress(email)).Entity;
                db.Add(member = new(operatorId, person.Id, new(name, email, "+1 619 555 0100", role, qualifications)));
            }

            var link = MagicLink.Invitation(operatorId, member.Id, member.PersonId, by.At);
            db.Add(link);
            return (member.Id, link.Issue().Token);
        });
        var browser = ship.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        var welcome = await browser.PostForm($"/sign-in/{token}", ("name", name));
        Assert.Equal(303, (int)welcome.StatusCode);
        return await ship.In(async services =>
        {
            var session = await services.GetRequiredService<ShipDb>().Set<Session>().OrderByDescending(row => row.Id).FirstAsync();
            var viewer = await services.GetRequiredService<Boarding>().ViewerOf(session, slug, CancellationToken.None);
            var api = ship.CreateClient();
            api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", services.GetRequiredService<AccessToken>().For(viewer!));
            return new Hand(name, memberId, session.Id, api, browser);
        });
    }
}
