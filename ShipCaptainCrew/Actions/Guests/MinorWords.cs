using System.Globalization;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>Words that say whether a guest is a minor: yes or no, a kind of ticket, or an age.</summary>
internal static partial class MinorWords
{
    private static readonly string[] Ages = ["age", "edad"];
    private static readonly string[] Yes = ["yes", "y", "true", "1", "x", "si"];
    private static readonly string[] No = ["no", "n", "false", "0"];

    private static readonly string[] Minors =
    [
        "child", "kid", "infant", "baby", "toddler", "minor", "youth", "teen", "junior", "nino", "nina", "menor",
        "bebe", "infantil",
    ];

    private static readonly string[] Adults =
        ["adult", "senior", "military", "general", "standard", "regular", "mayor"];

    /// <returns>Null if it is not clear.</returns>
    public static bool? Read(string heading, string cell)
    {
        var word = FoldedText.Of(cell);
        if (int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && (number > 1 || Ages.Contains(FoldedText.Of(heading))))
            return number < Signing.ComingOfAge;
        return Yes.Contains(word) || (StartsWith(word, Minors) && AgesIn(word).All(age => age <= Signing.ComingOfAge))
            ? true
            : No.Contains(word) || (StartsWith(word, Adults) && AgesIn(word).All(age => age >= Signing.ComingOfAge))
            ? false
            : null;
    }

    /// <summary>The ages in a kind of ticket, such as “Adult (13+)”: it can be sold to minors.</summary>
    private static IEnumerable<int> AgesIn(string word) =>
        Age().Matches(word).Select(match => int.Parse(match.Value, CultureInfo.InvariantCulture));

    [GeneratedRegex("[0-9]{1,3}")]
    private static partial Regex Age();

    private static bool StartsWith(string word, string[] beginnings) =>
        Array.Exists(beginnings, beginning => word.StartsWith(beginning, StringComparison.Ordinal));
}
