using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Accounts.Tokens;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Creates many deckhands, each a member with a session and an API client.</summary>
public static class ManyDeckhands
{
    public static Task<IReadOnlyList<HttpClient>> Deckhands(this Cast cast, int count) => cast.Ship.In(async services =>
    {
        var sessions =
            await cast.Ship.Change(
                cast.OperatorId, (db, actor) => Task.FromResult(Enumerable.Range(1, count).Select(number =>
        {
            var person = Person.WithAddress($"deckhand{number}@{cast.Slug}.example");
            var member = new Member(cast.OperatorId, person.Id, new()
            {
                Name = $"Deckhand {number}",
                Email = person.Email!,
                Role = MemberRole.Crew,
                Qualifications = [CrewRole.Deckhand],
            });
            member.Join(null, actor);
            var session = new Session(person.Id, cast.OperatorId, "test", isShared: false, actor.At);
            db.AddRange(person, member, session);
            return session;
        }).ToList()));
        var clients = new List<HttpClient>();
        foreach (var session in sessions) clients.Add(await Client(cast.Ship, services, session));
        return (IReadOnlyList<HttpClient>)clients;
    });

    private static async Task<HttpClient> Client(AppFixture app, IServiceProvider services, Session session)
    {
        var viewer = await services.GetRequiredService<SessionResolver>()
            .ViewerOf(session, null, CancellationToken.None);
        var client = app.CreateClient();
        client.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", services.GetRequiredService<AccessToken>().For(viewer!));
        return client;
    }
}
