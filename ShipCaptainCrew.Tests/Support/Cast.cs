using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// The members of a test operator: Olive is owner, Dana dispatcher, Kim captain, Max first mate, Sam and Alex
/// deckhands.
/// </summary>
public sealed record Cast
{
    public required AppFixture Ship { get; init; }

    public required Guid OperatorId { get; init; }

    public required string Slug { get; init; }

    public required TestUser Olive { get; init; }

    public required TestUser Dana { get; init; }

    public required TestUser Kim { get; init; }

    public required TestUser Max { get; init; }

    public required TestUser Sam { get; init; }

    public required TestUser Alex { get; init; }

    public IEnumerable<TestUser> All => [Olive, Dana, Kim, Max, Sam, Alex];

    /// <summary>The input of <c>operator create</c>.</summary>
    public static Input QueenOfSanDiego(string slug, string? email = null) => Input.Of(new()
    {
        ["name"] = "Queen of San Diego", ["slug"] = slug, ["email"] = email ?? $"founder@{slug}.example",
        ["time_zone"] = "America/Los_Angeles", ["latitude"] = 32.7157, ["longitude"] = -117.1611,
    });

    internal static async Task<Cast> Create(AppFixture app, string slug)
    {
        var operatorId = await app.In(async services =>
        {
            var (_, refusal) = await services.GetRequiredService<OperatorSetup>()
                .Create(QueenOfSanDiego(slug), CancellationToken.None);
            Assert.Null(refusal);
            return services.GetRequiredService<AppDbContext>().OperatorId;
        });
        return new()
        {
            Ship = app,
            OperatorId = operatorId,
            Slug = slug,
            Olive = await Member("Olive", MemberRole.Owner, CrewRole.Captain, CrewRole.FirstMate, CrewRole.Deckhand),
            Dana = await Member("Dana", MemberRole.Dispatcher),
            Kim = await Member("Kim", MemberRole.Crew, CrewRole.Captain, CrewRole.FirstMate),
            Max = await Member("Max", MemberRole.Crew, CrewRole.FirstMate, CrewRole.Deckhand),
            Sam = await Member("Sam", MemberRole.Crew, CrewRole.Deckhand),
            Alex = await Member("Alex", MemberRole.Crew, CrewRole.Deckhand),
        };

        Task<TestUser> Member(string name, MemberRole role, params CrewRole[] qualifications) =>
            TestUser.Create(app, operatorId, slug, name, role, qualifications);
    }
}
