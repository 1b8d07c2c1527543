using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data.Queries;

/// <summary>Finds entities of the current operator by the beginnings of their words.</summary>
public static class SearchQueries
{
    /// <summary>After every character in the order of the database.</summary>
    private const string Last = "\U0010FFFF";

    /// <summary>The ids of the entities that have a word that begins so.</summary>
    /// <param name="beginning">A folded word.</param>
    public static IQueryable<Guid> WithWord(this AppDbContext db, SearchKind kind, string beginning)
    {
        var end = beginning + Last;
#pragma warning disable CA1309 // The comparison is the database's, of bytes; a comparison type is not translated.
        return db.Set<SearchWord>()
            .Where(row => row.Kind == kind
                && string.Compare(row.Word, beginning) >= 0 && string.Compare(row.Word, end) <= 0)
            .Select(row => row.EntityId);
#pragma warning restore CA1309
    }
}
