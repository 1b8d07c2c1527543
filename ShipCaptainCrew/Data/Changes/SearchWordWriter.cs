using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data.Changes;

/// <summary>Keeps the search words of everything that a change adds, changes or removes, in its transaction.</summary>
public sealed class SearchWordWriter : ICommitListener
{
    public async Task BeforeCommit(
        AppDbContext db, IReadOnlyList<LoggedEvent> events, Actor actor, CancellationToken cancel)
    {
        foreach (var entry in db.ChangeTracker.Entries<ISearchable>().Where(IsTextChanged).ToList())
            await Replace(db, entry, cancel);
    }

    public void AfterCommit(IReadOnlyList<LoggedEvent> events)
    {
    }

    private static async Task Replace(AppDbContext db, EntityEntry<ISearchable> entry, CancellationToken cancel)
    {
        var id = entry.Entity.Id;
        if (entry.State != EntityState.Added)
            await db.Set<SearchWord>().Where(row => row.EntityId == id).ExecuteDeleteAsync(cancel);
        if (entry.State != EntityState.Deleted) db.AddRange(SearchWord.Of(entry.Entity));
    }

    /// <summary>A change of another text than those that are searched replaces the words by the same ones.</summary>
    private static bool IsTextChanged(EntityEntry<ISearchable> entry) => entry.State switch
    {
        EntityState.Added or EntityState.Deleted => true,
        EntityState.Modified => entry.Properties.Any(IsChangedText)
            || entry.ComplexProperties.SelectMany(part => part.Properties).Any(IsChangedText),
        _ => false,
    };

    private static bool IsChangedText(PropertyEntry property) =>
        property.IsModified
        && (property.Metadata.ClrType == typeof(string) || property.Metadata.ClrType == typeof(byte[]));
}
