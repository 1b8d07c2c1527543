using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>
/// A word by which something is found, folded (<see cref="FoldedText"/>). It is derived from the entity's texts.
/// </summary>
public sealed class SearchWord : IOwned
{
    private SearchWord()
    {
    }

    private SearchWord(Guid operatorId, string word, SearchKind kind, Guid entityId) =>
        (OperatorId, Word, Kind, EntityId) = (operatorId, word, kind, entityId);

    public Guid OperatorId { get; private set; }
    public string Word { get; private set; } = "";
    public SearchKind Kind { get; private set; }
    public Guid EntityId { get; private set; }

    /// <summary>All words of an entity.</summary>
    public static IEnumerable<SearchWord> Of(ISearchable entity) =>
        from word in WordsOf(string.Join(' ', entity.SearchTexts))
        select new SearchWord(entity.OperatorId, word, entity.SearchKind, entity.Id);

    public static IReadOnlyList<string> WordsOf(string text) =>
        [.. FoldedText.Of(text).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct()];
}

internal sealed class SearchWordConfiguration : IEntityTypeConfiguration<SearchWord>
{
    public void Configure(EntityTypeBuilder<SearchWord> builder)
    {
        builder.ToTable("search_words");
        builder.HasKey(row => new { row.OperatorId, row.Word, row.Kind, row.EntityId });
        builder.HasIndex(row => new { row.OperatorId, row.EntityId });
    }
}
