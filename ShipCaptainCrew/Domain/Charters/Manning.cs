using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Domain.Charters;

/// <summary>How many of each role a charter sails with.</summary>
public sealed record Manning(int Captain = 1, int FirstMate = 1, int Deckhand = 2)
{
    /// <summary>One place for each person, captain first.</summary>
    public IEnumerable<CrewRole> Roles =>
        Enumerable.Repeat(CrewRole.Captain, Captain)
            .Concat(Enumerable.Repeat(CrewRole.FirstMate, FirstMate))
            .Concat(Enumerable.Repeat(CrewRole.Deckhand, Deckhand));

    public int Of(CrewRole role) => Roles.Count(other => other == role);

    public static Manning Read(Input input, Manning now) => new(
        input.Whole("captain", now.Captain, 1, 1) ?? 1,
        input.Whole("first_mate", now.FirstMate, 0, 5) ?? 0,
        input.Whole("deckhand", now.Deckhand, 0, 40) ?? 0);
}
