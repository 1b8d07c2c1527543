using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Api;

internal static class PagingExtensions
{
    /// <summary>
    /// One item more than a page holds, to see whether there is a next page. Ids sort by creation time.
    /// </summary>
    public static IQueryable<T> After<T>(this IOrderedQueryable<T> inOrderOfId, Slice slice)
        where T : OwnedEntity
    {
        var after = Guid.TryParse(slice.After, out var id) ? id : Guid.Empty;
        return inOrderOfId.Where(row => row.Id.CompareTo(after) > 0).Take(slice.Limit + 1);
    }
}
