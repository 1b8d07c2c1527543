namespace ShipCaptainCrew.Domain;

/// <summary>
/// Prevents CSV formula injection: a cell that starts like a formula gets a leading apostrophe, so that a spreadsheet
/// treats it as text.
/// </summary>
public static class SpreadsheetFormulas
{
    private const string Starts = "=+-@\t\r\n\0＝＋－＠";

    public static string Safe(string? text) => IsRisky(text ?? "") ? $"'{text}" : text ?? "";

    /// <summary>Removes the apostrophe that <see cref="Safe"/> added.</summary>
    public static string Bare(string text) => text.StartsWith('\'') && IsRisky(text[1..]) ? text[1..] : text;

    private static bool IsRisky(string text) =>
        text.TrimStart(' ', '\u00A0') is [var first, ..] && Starts.Contains(first, StringComparison.Ordinal);
}
