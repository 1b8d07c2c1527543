using System.Globalization;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Pages.Guests;

/// <summary>
/// Which guests the guest list shows, as its address says. A guest who no longer fits since the page was loaded stays
/// on it until the next load, so that no row moves away under a finger.
/// </summary>
/// <param name="Find">A part of a name, or null. Case and accents do not count.</param>
/// <param name="Seen">When the page was loaded (UTC).</param>
public sealed record GuestFilter(GuestsShown Show, string? Find, DateTimeOffset Seen)
{
    /// <summary>The longest text that is searched for, in characters; more is cut off.</summary>
    public const int LongestFind = 100;

    private string[] Words => FoldedText.Of(Find ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    public bool IsOn => Show is not GuestsShown.All || Find is not null;

    /// <summary>The filter of an address; what it cannot read counts as absent.</summary>
    public static GuestFilter Of(IQueryCollection query, DateTimeOffset now)
    {
        WireNames.TryRead<GuestsShown>(query["show"].ToString(), out var show);
        var find = string.Concat(TypedText.Line(query["find"].ToString()).EnumerateRunes().Take(LongestFind)).Trim();
        return new(show, find.Length == 0 ? null : find, SeenIn(query["seen"].ToString(), now));
    }

    /// <summary>The address with this filter in its query, for what the page itself asks and sends.</summary>
    public string On(string address)
    {
        if (!IsOn) return address;
        var find = Find is null ? "" : "&find=" + Uri.EscapeDataString(Find);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}show={WireNames.Name(Show)}"
            + $"{find}&seen={Seen.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>The guests to show, by name.</summary>
    public IEnumerable<Guest> Choose(GuestManifest manifest) => manifest.Guests
        .Where(guest => guest.IsPlaced && IsKind(guest, manifest) && IsFound(guest))
        .OrderBy(guest => guest.Name, StringComparer.CurrentCultureIgnoreCase).ThenBy(guest => guest.Id);

    /// <summary>How many guests of a kind there are now, whatever is searched for.</summary>
    public static int Count(GuestsShown kind, GuestManifest manifest) => kind switch
    {
        GuestsShown.NotAboard => manifest.Coming.Count(guest => guest.BoardedAt is null),
        GuestsShown.NotSigned => manifest.Unsigned.Count(),
        _ => manifest.Guests.Count(guest => guest.IsPlaced),
    };

    private static DateTimeOffset SeenIn(string text, DateTimeOffset now) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && at <= now.ToUnixTimeMilliseconds()
            ? DateTimeOffset.FromUnixTimeMilliseconds(at)
            : now;

    private bool IsKind(Guest guest, GuestManifest manifest) => Show switch
    {
        GuestsShown.NotAboard => !(guest.BoardedAt <= Seen || guest.NoShowAt <= Seen),
        GuestsShown.NotSigned =>
            manifest.SignsWaiver && !(guest.NoShowAt <= Seen) && (!guest.HasSigned || guest.SignedAt > Seen),
        _ => true,
    };

    private bool IsFound(Guest guest)
    {
        var name = FoldedText.Of($"{guest.Name} {guest.GuardianName}");
        return Array.TrueForAll(Words, word => name.Contains(word, StringComparison.Ordinal));
    }
}
