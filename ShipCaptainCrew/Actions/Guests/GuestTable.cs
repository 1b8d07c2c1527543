using System.Text;
using CsvHelper;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>
/// A guest list as rows of cells: text with commas, semicolons, tabs or vertical bars, as spreadsheets save or copy it.
/// </summary>
/// <param name="Rows">
/// The rows that are not empty, without empty columns at the end, with their line numbers from 1.
/// </param>
public sealed record GuestTable(IReadOnlyList<(int Line, string[] Cells)> Rows)
{
    /// <summary>How many rows are read: more than can be added, for titles above the headings.</summary>
    private const int MaxRows = InputLimits.ListItems + MaxTitleRows + 1;

    /// <summary>How many rows may stand above the headings.</summary>
    public const int MaxTitleRows = 20;

    private static readonly char[] Separators = ['\t', ';', ',', '|'];
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Decodes a file saved by a spreadsheet program: UTF-8 or UTF-16, else Windows-1252.</summary>
    public static string Decode(byte[] bytes)
    {
        var encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
            [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => IsUtf8(bytes) ? Encoding.UTF8 : Western,
        };
        return encoding.GetString(bytes).TrimStart('\uFEFF');
    }

    /// <summary>Whether it is a workbook (.xlsx, .xls, .ods) or another file that is not text.</summary>
    public static bool IsWorkbook(byte[] bytes) =>
        bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..]
            or [(byte)'%', (byte)'P', (byte)'D', ..];

    public static GuestTable Read(string text)
    {
        var body = text.TrimStart('\uFEFF', '\n', '\r');
        using var reader = CsvReader.FromText(body, Settings(body));
        var rows = new List<(int Line, string[] Cells)>();
        while (rows.Count <= MaxRows && reader.Read())
        {
            var cells = Array.ConvertAll(reader.Current.ToArray(), cell => TypedText.Line(Unwrapped(cell)));
            if (cells.Any(cell => cell.Length > 0)) rows.Add(((int)reader.LineNumber, cells));
        }

        return new(WithoutEmptyColumns(rows));
    }

    /// <summary>The text in <c>="text"</c>, which keeps a spreadsheet from reading it as a number.</summary>
    private static string Unwrapped(string cell) =>
        cell is ['=', '"', .. var text, '"'] && !text.Contains('"', StringComparison.Ordinal) ? text : cell;

    private static List<(int Line, string[] Cells)> WithoutEmptyColumns(List<(int Line, string[] Cells)> rows)
    {
        var width = rows.Select(row => Array.FindLastIndex(row.Cells, cell => cell.Length > 0) + 1)
            .DefaultIfEmpty().Max();
        return rows.ConvertAll(row => (row.Line, row.Cells[..Math.Min(width, row.Cells.Length)]));
    }

    private static CsvReaderOptions Settings(string text) =>
        new() { HasHeader = false, Separator = SeparatorOf(text), TrimWhitespace = true, TrackLineNumbers = true };

    /// <summary>The separator that occurs most often in one of the first rows, below a possible title.</summary>
    private static char SeparatorOf(string text)
    {
        var rows = text.Split('\n', MaxTitleRows + 1).Take(MaxTitleRows).ToList();
        return Separators.MaxBy(separator => rows.Max(row => row.Count(character => character == separator)));
    }

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);
}
