using System.Text;
using System.Text.Json.Nodes;
using CsvHelper;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>One row of a list of guests: what it says, or why it is not taken.</summary>
/// <param name="Line">Where it stands in what was given, from 1.</param>
/// <param name="Name">As it was written, to find it again.</param>
public sealed record GuestLine(int Line, string Name, GuestDetails? Details, LocalizedText? Why);

/// <summary>
/// A list of guests as an office has it in a spreadsheet, read row by row. The first row names the columns, in any
/// order; <c>name</c> must be among them.
/// </summary>
/// <param name="Unread">Columns that mean nothing here.</param>
/// <param name="Refusal">Why the list as a whole cannot be read.</param>
public sealed record GuestList(IReadOnlyList<GuestLine> Lines, IReadOnlyList<string> Unread, Refusal? Refusal)
{
    private static readonly string[] Columns = ["name", "email", "phone", "minor", "guardian_name", "needs"];
    private static readonly string[] Yes = ["yes", "y", "true", "1", "x"];
    private static readonly string[] No = ["no", "n", "false", "0"];
    private static readonly char[] Separators = ['\t', ';', ','];
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public IReadOnlyList<GuestDetails> Good => [.. Lines.Select(line => line.Details).OfType<GuestDetails>()];

    public IEnumerable<GuestLine> Bad => Lines.Where(line => line.Details is null);

    /// <summary>What a spreadsheet saved: UTF-8 or UTF-16, else the Western code page that old ones write.</summary>
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

    /// <param name="known">Names that are on the charter's list already.</param>
    public static GuestList Read(string text, IEnumerable<string> known)
    {
        using var reader = CsvReader.FromText(text.TrimStart('\uFEFF', '\n'), Settings(text));
        if (!reader.Read()) return Unreadable("There is nothing in this list.");
        var columns = reader.Current.ToArray().Select(ColumnOf).ToList();
        if (!columns.Contains("name"))
            return Unreadable("The first row must name the columns, and one of them must be “name”.");
        if (columns.Find(
            column => Columns.Contains(column) && columns.Count(other => other == column) > 1) is { } twice)
            return Unreadable(new LocalizedText("There are two columns “{0}”.", twice));
        var (lines, names) = (new List<GuestLine>(), known.ToList());
        while (reader.Read())
        {
            var cells = reader.Current.ToArray();
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace)) continue;
            if (lines.Count == InputLimits.ListItems)
                return Unreadable(new LocalizedText("At most {0} guests are taken at once.", InputLimits.ListItems));
            var line = ReadLine((int)reader.LineNumber, columns, cells, names);
            if (line.Details is { } details) names.Add(details.Name);
            lines.Add(line);
        }

        return lines.Count == 0
            ? Unreadable("There is no guest in this list.")
            : new(lines, [.. columns.Where(column => column.Length > 0 && !Columns.Contains(column))], null);
    }

    private static GuestLine ReadLine(int number, List<string> columns, string[] cells, List<string> names)
    {
        var row = new JsonObject();
        foreach (var (column, cell) in columns.Zip(cells)
            .Where(pair => Columns.Contains(pair.First))) row[column] = Plain(column, cell);
        var isUnclear = row["minor"] is { } minor && $"{minor}" is not ("" or "true" or "false");
        if (isUnclear) row.Remove("minor");
        var input = Input.Of(row);
        if (isUnclear) input.Error("minor", "Write yes or no, true or false, 1 or 0 under “minor”.");
        var details = GuestDetails.Read(input);
        if (cells.Length > columns.Count)
            input.Error("name",
                new LocalizedText("This row has {0} fields; the first row names {1}.", cells.Length, columns.Count));
        if (details.Name.Length > 0 && names.Exists(name => Signing.SameName(name, details.Name)))
            input.Error("name", "Somebody of this name is on the list already.");
        return new(number, details.Name.Length > 0 ? details.Name : string.Join(' ', cells),
            input.Refusal is null ? details : null, input.Refusal?.FirstMessage);
    }

    /// <summary>
    /// A sheet's own words for yes and no, and without the apostrophe that our exports put before what a spreadsheet
    /// would reckon.
    /// </summary>
    private static string Plain(string column, string cell) => column switch
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

    /// <summary>The one that stands in the first row most often.</summary>
    private static char SeparatorOf(string text)
    {
        var head = text.TrimStart('\uFEFF', '\n', '\r').Split('\n', 2)[0];
        return Separators.MaxBy(separator => head.Count(letter => letter == separator));
    }

    private static bool IsUtf8(byte[] bytes) => System.Text.Unicode.Utf8.IsValid(bytes);

    private static GuestList Unreadable(LocalizedText why) => new([], [], Refusal.Invalid("list", why));
}
