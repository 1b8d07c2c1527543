using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>The people every test knows: Olive owns it, Dana runs the office, Kim is captain, Max is mate, Sam and Alex are deckhands.</summary>
public sealed record Cast(Ship Ship, Guid OperatorId, string Slug, Hand Olive, Hand Dana, Hand Kim, Hand Max, Hand Sam, Hand Alex)
{
    public IEnumerable<Hand> All => [Olive, Dana, Kim, Max, Sam, Alex];

    /// <summary>What <c>operator create</c> is given.</summary>
    public static Input QueenOfSanDiego(string slug, string? email = null) => Input.Of(new()
    {
        ["name"] = "Queen of San Diego", ["slug"] = slug, ["email"] = email ?? $"founder@{slug}.example",
        ["time_zone"] = "America/Los_Angeles", ["latitude"] = 32.7157, ["longitude"] = -117.1611,
    });

    internal static async Task<Cast> Board(Ship ship, string slug)
    {
        var operatorId = await ship.In(async services =>
        {
            var (_, refusal) = await services.GetRequiredService<NewOperator>().Create(QueenOfSanDiego(slug), CancellationToken.None);
            Assert.Null(refusal);
            return services.GetRequiredService<ShipDb>().OperatorId;
        });
        return new(
            ship, operatorId, slug,
            await Come("Olive", MemberRole.Owner, CrewRole.Captain, CrewRole.FirstMate, CrewRole.Deckhand),
            await Come("Dana", MemberRole.Dispatcher),
            await Come("Kim", MemberRole.Crew, CrewRole.Captain, CrewRole.FirstMate),
            await Come("Max", MemberRole.Crew, CrewRole.FirstMate, CrewRole.Deckhand),
            await Come("Sam", MemberRole.Crew, CrewRole.Deckhand),
            await Come("Alex", MemberRole.Crew, CrewRole.Deckhand));

        Task<Hand> Come(string name, MemberRole role, params CrewRole[] qualifications) => Hand.Board(ship, operatorId, slug, name, role, qualifications);
    }
}
