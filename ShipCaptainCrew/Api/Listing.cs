using System.Buffers.Text;
using System.Text;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Api;

/// <summary>One page of a list, and the cursor of the next.</summary>
internal sealed record Listing<T>(IReadOnlyList<T> Items, string? NextCursor)
{
    public Listing<TOther> As<TOther>(Func<T, TOther> each) => new([.. Items.Select(each)], NextCursor);
}

internal static class ListingExtensions
{
    /// <summary>
    /// One more than the slice holds, to see whether there is a next page. Ids are in order of making.
    /// </summary>
    public static IQueryable<T> After<T>(this IOrderedQueryable<T> inOrderOfId, Slice slice)
        where T : OwnedEntity
    {
        var after = Guid.TryParse(slice.After, out var id) ? id : Guid.Empty;
        return inOrderOfId.Where(row => row.Id.CompareTo(after) > 0).Take(slice.Limit + 1);
    }
}

/// <summary>
/// How much of a list is wanted, from where on: <c>limit</c> 1–200 (50) and the last page's <c>next_cursor</c>.
/// </summary>
internal sealed record Slice(int Limit, string? After)
{
    private const int Usual = 50;
    private const int Most = 200;

    /// <summary>Reads the query of a list in order of ids.</summary>
    public static Slice Read(Input query) => Read(query, key => Guid.TryParse(key, out _));

    /// <summary>Reads the query; what is wrong with it is noted on the input.</summary>
    /// <param name="fits">Whether a key is one that this list sorts by.</param>
    public static Slice Read(Input query, Func<string, bool> fits)
    {
        var limit = query.Whole("limit", Usual, 1, Most) ?? Usual;
        var cursor = query.Text("cursor", max: 500);
        var after = cursor is null ? null : Decode(cursor);
        if (cursor is not null && (after is null || !fits(after)))
            query.Error("cursor", "This cursor is not one of ours.");
        return new(limit, after);
    }

    /// <param name="key">What an item sorts by; the next page begins after it.</param>
    public Listing<T> Of<T>(IReadOnlyList<T> oneMore, Func<T, string> key) => oneMore.Count > Limit
        ? new([.. oneMore.Take(Limit)], Encode(key(oneMore[Limit - 1])))
        : new(oneMore, null);

    private static string Encode(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key));

    private static string? Decode(string cursor)
    {
        try
        {
            return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
