using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>
/// A guest list from a spreadsheet, read row by row. The first row names the columns, in any order; <c>name</c> is
/// required.
/// </summary>
/// <param name="Unread">Columns that are not known and not read.</param>
/// <param name="Refusal">Why the whole list cannot be read.</param>
public sealed record GuestList(IReadOnlyList<GuestLine> Lines, IReadOnlyList<string> Unread, Refusal? Refusal)
{
    private static readonly string[] Columns = ["name", "email", "phone", "minor", "guardian_name", "needs"];
    private static readonly string[] Yes = ["yes", "y", "true", "1", "x"];
    private static readonly string[] No = ["no", "n", "false", "0"];
    private static readonly char[] Separators = ['\t', ';', ','];
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public IReadOnlyList<GuestDetails> Good => [.. Lines.Select(line => line.Details).OfType<GuestDetails>()];

    public IEnumerable<GuestLine> Bad => Lines.Where(line => line.Details is null);

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

    /// <summary>Reads a list and refuses the rows of guests who are on the charter's list already.</summary>
    /// <param name="known">Names already on the charter's list.</param>
    public static GuestList Read(string text, IEnumerable<string> known) => Read(text).Against(known);

    /// <summary>Reads a list. It may take a while, so a change reads it before it begins.</summary>
    public static GuestList Read(string text)
    {
        WriteGate.RequireOutside();
        using var reader = CsvReader.FromText(text.TrimStart('\uFEFF', '\n'), Settings(text));
        if (!reader.Read()) return Unreadable("There is nothing in this list.");
        var columns = reader.Current.ToArray().Select(ColumnOf).ToList();
        if (!columns.Contains("name"))
            return Unreadable("The first row must name the columns, and one of them must be “name”.");
        var repeated = columns.Find(
            column => Columns.Contains(column) && columns.Count(other => other == column) > 1);
        if (repeated is not null)
            return Unreadable(new LocalizedText("There are two columns “{0}”.", repeated));
        var lines = new List<GuestLine>();
        while (reader.Read())
        {
            var cells = reader.Current.ToArray();
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace)) continue;
            if (lines.Count == InputLimits.ListItems)
                return Unreadable(new LocalizedText("At most {0} guests are taken at once.", InputLimits.ListItems));
            lines.Add(ReadLine((int)reader.LineNumber, columns, cells));
        }

        return lines.Count == 0
            ? Unreadable("There is no guest in this list.")
            : new(lines, [.. columns.Where(column => column.Length > 0 && !Columns.Contains(column))], null);
    }

    /// <summary>The same list, with a reason at each guest who is listed already, here or above.</summary>
    /// <param name="known">Names already on the charter's list.</param>
    public GuestList Against(IEnumerable<string> known)
    {
        var names = known.Select(Signing.Normalized).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return this with
        {
            Lines =
            [
                .. Lines.Select(line => line.Details is null || names.Add(Signing.Normalized(line.Details.Name))
                    ? line
                    : line with { Details = null, Why = "Somebody of this name is on the list already." }),
            ],
        };
    }

    private static GuestLine ReadLine(int number, List<string> columns, string[] cells)
    {
        var row = new JsonObject();
        foreach (var (column, cell) in columns.Zip(cells).Where(pair => Columns.Contains(pair.First)))
            row[column] = Normalize(column, cell);
        var isUnclear = row["minor"] is { } minor && $"{minor}" is not ("" or "true" or "false");
        if (isUnclear) row.Remove("minor");
        var input = Input.Of(row);
        if (isUnclear) input.Error("minor", "Write yes or no, true or false, 1 or 0 under “minor”.");
        var details = GuestDetails.Read(input);
        if (cells.Length > columns.Count)
            input.Error("name",
                new LocalizedText("This row has {0} fields; the first row names {1}.", cells.Length, columns.Count));
        return new(number, details.Name.Length > 0 ? details.Name : string.Join(' ', cells),
            input.Refusal is null ? details : null, input.Refusal?.FirstMessage);
    }

    /// <summary>
    /// Translates yes and no to true and false, and removes the apostrophe that exports put before possible formulas.
    /// </summary>
    private static string Normalize(string column, string cell) => column switch
    {
        "minor" when Yes.Contains(cell, StringComparer.OrdinalIgnoreCase) => "true",
        "minor" when No.Contains(cell, StringComparer.OrdinalIgnoreCase) => "false",
        _ => SpreadsheetFormulas.Bare(cell),
    };

    private static string ColumnOf(string head) =>
        head.Trim().ToLowerInvariant().Replace(' ', '_').Replace('-', '_') switch
        {
            "full_name" => "name",
            "e_mail" => "email",
            "guardian" => "guardian_name",
            var column => column,
        };

    private static CsvReaderOptions Settings(string text) =>
        new() { HasHeader = false, Separator = SeparatorOf(text), TrimWhitespace = true, TrackLineNumbers = true };

    /// <summary>The separator that occurs most often in the first row.</summary>
    private static char SeparatorOf(string text)
    {
        var head = text.TrimStart('\uFEFF', '\n', '\r').Split('\n', 2)[0];
        return Separators.MaxBy(separator => head.Count(character => character == separator));
    }

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static GuestList Unreadable(LocalizedText why) => new([], [], Refusal.Invalid("list", why));
}
