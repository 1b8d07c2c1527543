namespace ShipCaptainCrew.Domain.Guests;

/// <summary>
/// Compares names of people as they are typed on different days: with and without accents, middle names, initials or in
/// another order. A likeness is a reason to ask; it never decides who somebody is.
/// </summary>
public sealed class PersonName
{
    private static readonly HashSet<string> Suffixes = ["jr", "sr", "ii", "iii", "iv"];

    private readonly string folded;
    private readonly string[] parts;
    private readonly string[] sorted;

    public PersonName(string name)
    {
        folded = FoldedText.Of(name);
        parts =
        [
            .. folded.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(part => !Suffixes.Contains(part)),
        ];
        sorted = [.. parts.Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether only case, accents, punctuation or spaces differ.</summary>
    public bool IsSame(PersonName other) => folded == other.folded;

    /// <summary>
    /// Whether they could be the same person's: the same, or one of them lacks or shortens parts of the other, or has
    /// them in another order.
    /// </summary>
    public bool IsSimilar(PersonName other)
    {
        if (parts.Length == 0 || other.parts.Length == 0) return false;
        var isOnePart = Math.Min(parts.Length, other.parts.Length) == 1;
        return sorted.SequenceEqual(other.sorted)
            || (Abbreviates(parts[0], other.parts[0]) && (isOnePart || Abbreviates(parts[^1], other.parts[^1])));
    }

    /// <summary>Whether one is the other or its beginning, such as an initial; numbers are not shortened.</summary>
    private static bool Abbreviates(string one, string other) =>
        one == other || (one.Any(char.IsLetter) && other.Any(char.IsLetter)
            && (other.StartsWith(one, StringComparison.Ordinal) || one.StartsWith(other, StringComparison.Ordinal)));
}
