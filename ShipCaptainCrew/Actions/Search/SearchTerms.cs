using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Search;

/// <summary>The words of a search. Each must be the beginning of a word of what is found.</summary>
/// <param name="Words">Folded.</param>
public sealed record SearchTerms(IReadOnlyList<string> Words)
{
    /// <summary>The longest text and the most words that are searched.</summary>
    public const int Longest = 100, MostWords = 8;

    /// <summary>Scripts from here on (Chinese, Japanese, Korean) have names of one character.</summary>
    private const char FirstOfEastAsia = '\u2E80';

    /// <summary>Why the text cannot be searched; null if it can.</summary>
    public static LocalizedText? ProblemOf(string text)
    {
        var folded = FoldedText.Of(text);
        if (text.Length > Longest) return new("Search for {0} characters or fewer.", Longest);
        return folded.Length < 2 && !folded.Any(letter => letter >= FirstOfEastAsia)
            ? new("Type at least two characters.")
            : null;
    }

    public static SearchTerms Of(string text) => new([.. SearchWord.WordsOf(text).Take(MostWords)]);

    /// <summary>Whether every word is found in the texts.</summary>
    public bool AreAllIn(params string?[] texts)
    {
        var found = SearchWord.WordsOf(string.Join(' ', texts));
        return Words.All(word => found.Any(other => other.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>Whether a word is found in a text.</summary>
    public static bool IsIn(string text, string word) =>
        SearchWord.WordsOf(text).Any(other => other.StartsWith(word, StringComparison.Ordinal));
}
