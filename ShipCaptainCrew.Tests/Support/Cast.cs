using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>The people every test knows: Olive owns it, Dana runs the office, Kim is captain, Max is mate, Sam and Alex are deckhands.</summary>
public sealed record Cast
{
    public required Ship Ship { get; init; }

    public required Guid OperatorId { get; init; }

    public required string Slug { get; init; }

    public required Hand Olive { get; init; }

    public required Hand Dana { get; init; }

    public required Hand Kim { get; init; }

    public required Hand Max { get; init; }

    public required Hand Sam { get; init; }

    public required Hand Alex { get; init; }

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
        return new()
        {
            Ship = ship,
            OperatorId = operatorId,
            Slug = slug,
            Olive = await Come("Olive", MemberRole.Owner, CrewRole.Captain, CrewRole.FirstMate, CrewRole.Deckhand),
            Dana = await Come("Dana", MemberRole.Dispatcher),
            Kim = await Come("Kim", MemberRole.Crew, CrewRole.Captain, CrewRole.FirstMate),
            Max = await Come("Max", MemberRole.Crew, CrewRole.FirstMate, CrewRole.Deckhand),
            Sam = await Come("Sam", MemberRole.Crew, CrewRole.Deckhand),
            Alex = await Come("Alex", MemberRole.Crew, CrewRole.Deckhand),
        };

        Task<Hand> Come(string name, MemberRole role, params CrewRole[] qualifications) => Hand.Board(ship, operatorId, slug, name, role, qualifications);
    }
}
