namespace ShipCaptainCrew.Domain;

/// <summary>
/// Keeps a spreadsheet from reckoning what somebody typed: a cell that begins like a formula is given an apostrophe,
/// which makes it text.
/// </summary>
public static class SpreadsheetFormulas
{
    private const string Starts = "=+-@\t\r\n\0＝＋－＠";

    public static string Safe(string? text) => IsRisky(text ?? "") ? $"'{text}" : text ?? "";

    /// <summary>The text as it was before it was made safe.</summary>
    public static string Bare(string text) => text.StartsWith('\'') && IsRisky(text[1..]) ? text[1..] : text;

    private static bool IsRisky(string text) =>
        text.TrimStart(' ', '\u00A0') is [var first, ..] && Starts.Contains(first, StringComparison.Ordinal);
}
