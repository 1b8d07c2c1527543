using System.Buffers.Text;
using System.Text;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Api;

/// <summary>
/// The requested part of a list: <c>limit</c> from 1 to 200 (default 50), and <c>cursor</c> from the previous page.
/// </summary>
internal sealed record Slice(int Limit, string? After)
{
    private const int DefaultLimit = 50;
    private const int MaxLimit = 200;

    /// <summary>Reads the query of a list sorted by id.</summary>
    public static Slice Read(Input query) => Read(query, key => Guid.TryParse(key, out _));

    /// <summary>Reads the query; errors are added to the input.</summary>
    /// <param name="fits">Whether a decoded key is valid for this list.</param>
    public static Slice Read(Input query, Func<string, bool> fits)
    {
        var limit = query.Whole("limit", DefaultLimit, 1, MaxLimit) ?? DefaultLimit;
        var cursor = query.Text("cursor", max: 500);
        var after = cursor is null ? null : Decode(cursor);
        if (cursor is not null && (after is null || !fits(after)))
            query.Error("cursor", "This cursor is not valid.");
        return new(limit, after);
    }

    /// <param name="key">The sort key of an item; the next page starts after it.</param>
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
