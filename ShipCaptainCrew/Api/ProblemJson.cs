using ShipCaptainCrew.Actions.Charters;
using ShipCaptainCrew.Actions.Crew;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Api;

/// <summary>
/// An error: a code for programs, a message for people and, for invalid fields, the messages by field. The other
/// members depend on the code.
/// </summary>
internal sealed record ProblemJson
{
    public required int Status { get; init; }

    public required string Title { get; init; }

    public required string Code { get; init; }

    public IReadOnlyDictionary<string, IReadOnlyList<string>>? Errors { get; init; }

    /// <summary>Address that explains the status.</summary>
    public string? Type { get; init; }

    /// <summary>The id of this request in the server log.</summary>
    public string? TraceId { get; init; }

    /// <summary>The status of the charter, when it is the reason.</summary>
    public CharterStatus? State { get; init; }

    /// <summary>Why the charter cannot depart.</summary>
    public IReadOnlyList<BlockerJson>? Blockers { get; init; }

    /// <summary>The vessel's other charter at that time.</summary>
    public Conflicting? ConflictsWith { get; init; }

    /// <summary>Who holds the positions of the role.</summary>
    public IReadOnlyList<Holder>? Holders { get; init; }

    /// <summary>The items that others have marked since, as they are now.</summary>
    public IReadOnlyList<ItemJson>? Items { get; init; }

    /// <summary>How many guests the vessel may carry on the charter.</summary>
    public int? Capacity { get; init; }

    /// <summary>The charter's current version.</summary>
    public int? Version { get; init; }

    /// <summary>When the crew was last nudged.</summary>
    public DateTimeOffset? NudgedAt { get; init; }
}
