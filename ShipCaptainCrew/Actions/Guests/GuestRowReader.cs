using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>Reads the rows of a guest list. What cannot be read is left out and asked about, never guessed.</summary>
internal sealed partial class GuestRowReader(IReadOnlyList<string> headings, IReadOnlyList<GuestColumn> columns)
{
    private static readonly string[] Sums = ["total", "totals", "subtotal", "grand total", "sum", "count", "suma"];

    private static readonly (GuestColumn Column, string Field)[] Fields =
    [
        (GuestColumn.Email, "email"), (GuestColumn.Phone, "phone"), (GuestColumn.GuardianName, "guardian_name"),
        (GuestColumn.Needs, "needs"),
    ];

    public GuestLine Read(int line, string[] cells)
    {
        var (row, questions) = (new JsonObject { ["name"] = NameIn(cells) }, new List<LocalizedText>());
        foreach (var (column, field) in Fields) ReadField(row, field, Cell(cells, column), questions);
        ReadMinor(row, cells, questions);
        if (cells.Skip(columns.Count).Any(cell => cell.Length > 0))
            questions.Add(new LocalizedText(
                "This row has {0} fields; the first row has {1}. The rest is left out.",
                cells.Length,
                columns.Count));
        var input = Input.Of(row);
        var details = GuestDetails.Read(input);
        var name = details.Name.Length > 0 ? details.Name : string.Join(' ', cells).Trim();
        if (DamagedText.IsInName(NameIn(cells)))
            return new(line, name, null, [], false, "The name is damaged. Correct it in the list below.");
        if (input.Refusal is { } refusal) return new(line, name, null, [], false, refusal.FirstMessage);
        var isGuest = details.Name.Any(char.IsLetter) && !details.Name.Contains('@', StringComparison.Ordinal)
            && !cells.Any(cell => Sums.Contains(FoldedText.Of(cell)));
        if (!isGuest) questions.Add("Is this a guest?");
        return new(line, name, details, questions, isGuest, null);
    }

    private string NameIn(string[] cells) => SpreadsheetFormulas.Bare(
        Cell(cells, GuestColumn.Name) is { Length: > 0 } whole
            ? FamilyNameFirst().Replace(whole, "$2 $1")
            : $"{Cell(cells, GuestColumn.FirstName)} {Cell(cells, GuestColumn.LastName)}".Trim());

    private string Cell(string[] cells, GuestColumn column)
    {
        for (var i = 0; i < columns.Count && i < cells.Length; i++)
        {
            if (columns[i] == column) return cells[i];
        }

        return "";
    }

    /// <summary>Puts a field into the row if it is valid alone; else it is left out and asked about.</summary>
    private static void ReadField(JsonObject row, string field, string cell, List<LocalizedText> questions)
    {
        if (cell.Length == 0) return;
        var value = SpreadsheetFormulas.Bare(cell);
        var input = Input.Of(new() { ["name"] = "-", [field] = value });
        GuestDetails.Read(input);
        if (DamagedText.IsIn(value)) questions.Add(new LocalizedText("“{0}” is damaged and is left out.", cell));
        else if (input.Refusal is { } refusal)
            questions.Add(new LocalizedText("“{0}” is left out: {1}", cell, refusal.FirstMessage));
        else row[field] = value;
    }

    private void ReadMinor(JsonObject row, string[] cells, List<LocalizedText> questions)
    {
        var cell = Cell(cells, GuestColumn.Minor);
        if (cell.Length == 0) return;
        if (MinorWords.Read(HeadingOf(GuestColumn.Minor), cell) is { } isMinor) row["minor"] = isMinor;
        else questions.Add(new LocalizedText("“{0}”: is this an adult? A child must be marked as a minor.", cell));
    }

    private string HeadingOf(GuestColumn column) =>
        headings.Zip(columns).FirstOrDefault(pair => pair.Second == column).First ?? "";

    /// <summary>“Danvers, Cleo”, as booking systems write names.</summary>
    [GeneratedRegex(@"^([\p{L}\p{M}'’. -]+),\s*(?!(?:jr|sr|ii|iii|iv)\b)([\p{L}\p{M}'’. -]+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FamilyNameFirst();
}
