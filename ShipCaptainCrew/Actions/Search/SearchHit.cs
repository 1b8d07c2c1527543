using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Search;

/// <summary>What kind of thing a search found.</summary>
public enum SearchHitKind { Charter, Guest, Vessel }

/// <summary>One thing that a search found.</summary>
public sealed record SearchHit
{
    public required SearchHitKind Kind { get; init; }

    public required Guid Id { get; init; }

    /// <summary>A name: of the charter, the guest or the vessel.</summary>
    public required string Title { get; init; }

    /// <summary>The vessel of a charter; else null.</summary>
    public string? Vessel { get; init; }

    /// <summary>When it is and, where the viewer may know it, who booked; in the current culture.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The path of its page.</summary>
    public required string Address { get; init; }
}

/// <summary>The answer to a search.</summary>
/// <param name="Hits">By kind: charters and guests that are still to come first.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits)
{
    /// <summary>The date that was searched for; null if it was something else.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Why nothing was searched, or nothing can be found.</summary>
    public LocalizedText? Problem { get; init; }

    /// <summary>Whether the problem is the input and not that nothing was found.</summary>
    public bool IsRefused { get; init; }
}
