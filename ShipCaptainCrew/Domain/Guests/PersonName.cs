namespace ShipCaptainCrew.Domain.Guests;

/// <summary>
/// Compares names of people as they are typed on different days: with and without accents, middle names, initials or in
/// another order. A likeness is a reason to ask; it never decides who somebody is.
/// </summary>
public static class PersonName
{
    private static readonly HashSet<string> Suffixes = ["jr", "sr", "ii", "iii", "iv"];

    /// <summary>Whether only case, accents, punctuation or spaces differ.</summary>
    public static bool IsSame(string one, string other) => FoldedText.Of(one) == FoldedText.Of(other);

    /// <summary>
    /// Whether they could be the same person's: the same, or one of them lacks or shortens parts of the other, or has
    /// them in another order.
    /// </summary>
    public static bool IsSimilar(string one, string other)
    {
        var (first, second) = (PartsOf(one), PartsOf(other));
        if (first.Length == 0 || second.Length == 0) return false;
        var (shorter, longer) = first.Length <= second.Length ? (first, second) : (second, first);
        return shorter.Order(StringComparer.Ordinal).SequenceEqual(longer.Order(StringComparer.Ordinal))
            || (Abbreviates(shorter[0], longer[0]) && (shorter.Length == 1 || Abbreviates(shorter[^1], longer[^1])));
    }

    /// <summary>Whether one is the other or its beginning, such as an initial; numbers are not shortened.</summary>
    private static bool Abbreviates(string one, string other) =>
        one == other || (one.Any(char.IsLetter) && other.Any(char.IsLetter)
            && (other.StartsWith(one, StringComparison.Ordinal) || one.StartsWith(other, StringComparison.Ordinal)));

    private static string[] PartsOf(string name) =>
    [
        .. FoldedText.Of(name).Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(part => !Suffixes.Contains(part)),
    ];
}
