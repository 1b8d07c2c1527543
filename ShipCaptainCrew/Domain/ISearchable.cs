namespace ShipCaptainCrew.Domain;

/// <summary>What a search finds.</summary>
public enum SearchKind { Charter, Guest, Waiver }

/// <summary>Can be found by the words of its texts.</summary>
public interface ISearchable : IOwned
{
    Guid Id { get; }

    SearchKind SearchKind { get; }

    IEnumerable<string?> SearchTexts { get; }
}
