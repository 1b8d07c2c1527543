using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>How many positions a charter has in each role.</summary>
public sealed record Manning(int Captain = 1, int FirstMate = 1, int Deckhand = 2)
{
    /// <summary>A captain and as many deckhands as make up a crew of that size.</summary>
    public static Manning Least(int crew) => new(1, 0, Math.Max(0, crew - 1));

    /// <summary>The role of each position, captain first.</summary>
    public IEnumerable<CrewRole> Roles =>
        Enumerable.Repeat(CrewRole.Captain, Captain)
            .Concat(Enumerable.Repeat(CrewRole.FirstMate, FirstMate))
            .Concat(Enumerable.Repeat(CrewRole.Deckhand, Deckhand));

    public int Of(CrewRole role) => Roles.Count(other => other == role);

    public static Manning Read(Input input, Manning current) => new(
        input.Whole("captain", current.Captain, 1, 1) ?? 1,
        input.Whole("first_mate", current.FirstMate, 0, 5) ?? 0,
        input.Whole("deckhand", current.Deckhand, 0, 40) ?? 0);
}
