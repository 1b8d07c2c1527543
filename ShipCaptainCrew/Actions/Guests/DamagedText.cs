using System.Text.RegularExpressions;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>
/// Recognizes what spreadsheets write in place of a value, and letters that a program decoded or encoded wrongly.
/// </summary>
internal static partial class DamagedText
{
    /// <summary>The letters of Windows-1252 where Latin-1 has control characters.</summary>
    private const string Windows1252 = "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ";

    public static bool IsIn(string cell) => SpreadsheetError().IsMatch(cell) || WrongLetters().IsMatch(cell);

    /// <summary>Whether a name is damaged: besides the above, lost letters and codes of HTML.</summary>
    public static bool IsInName(string name) => IsIn(name) || LostLetters().IsMatch(name);

    [GeneratedRegex(
        @"^#(REF!|VALUE!|NAME\?|N/A|DIV/0!|NULL!|NUM!|#+)$|^\d([.,]\d+)?E\+?\d+$|^\d{5,}[.,]0$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SpreadsheetError();

    /// <summary>
    /// The replacement character, and UTF-8 read as Windows-1252 (Ã©, â€™) or Mac Roman (√©). What follows the Ã
    /// can be a soft hyphen or a space, and is lost when the text is cleaned.
    /// </summary>
    [GeneratedRegex(
        @"\uFFFD|[ÂÃÄÅ][\u0080-\u00BF" + Windows1252 + @"]|â€|√\S|(?<=\p{Ll})[ÂÃ]|Ã(?=\p{Ll})",
        RegexOptions.CultureInvariant)]
    private static partial Regex WrongLetters();

    [GeneratedRegex(@"\p{L}\?|\?\p{L}|&(#\w+|\w+);", RegexOptions.CultureInvariant)]
    private static partial Regex LostLetters();
}
