using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>
/// A guest list from a spreadsheet or a booking system, read row by row. Titles may stand above the headings; columns
/// are recognized by their headings, and the person who imports the list can say what they hold instead.
/// </summary>
public sealed record GuestList
{
    private GuestList()
    {
    }

    public IReadOnlyList<GuestLine> Lines { get; private init; } = [];

    /// <summary>The headings of the columns, empty where there are none.</summary>
    public IReadOnlyList<string> Headings { get; private init; } = [];

    /// <summary>What each column holds.</summary>
    public IReadOnlyList<GuestColumn> Columns { get; private init; } = [];

    /// <summary>How many rows above the headings are not read.</summary>
    public int Titles { get; private init; }

    /// <summary>Why the whole list cannot be read.</summary>
    public Refusal? Refusal { get; private init; }

    public bool HasHeadings => Headings.Any(heading => heading.Length > 0);

    public IEnumerable<GuestLine> Bad => Lines.Where(line => line.Details is null);

    public IEnumerable<GuestLine> Asked => Lines.Where(line => line.IsAsked);

    /// <summary>The rows without questions.</summary>
    public IEnumerable<GuestLine> Clear => Lines.Where(line => line.IsClear);

    /// <summary>The guests to add: of the rows with questions only those that were chosen.</summary>
    /// <param name="chosen">Line numbers.</param>
    public IReadOnlyList<GuestDetails> Chosen(IReadOnlySet<int> chosen) =>
        [.. Lines.Where(line => line.IsClear || (line.IsAsked && chosen.Contains(line.Line)))
            .Select(line => line.Details!)];

    /// <param name="known">Who is on the charter's list already.</param>
    /// <param name="columns">What the columns hold, as a person said; null to recognize them.</param>
    public static GuestList Read(
        string text, IEnumerable<KnownGuest> known, IReadOnlyList<GuestColumn>? columns = null)
    {
        var rows = GuestTable.Read(text).Rows;
        if (rows.Count == 0) return Unreadable("There is nothing in this list.");
        var head = GuestHeadings.In(rows);
        var list = new GuestList
        {
            Headings = head.Names,
            Columns = columns?.Count == head.Names.Count ? columns : head.Columns,
            Titles = head.FirstRow == 0 ? 0 : head.FirstRow - 1,
        };
        return list.WithLines(rows.Skip(head.FirstRow).ToList(), known);
    }

    private GuestList WithLines(List<(int Line, string[] Cells)> rows, IEnumerable<KnownGuest> known)
    {
        if (rows.Count == 0) return Unreadable("There is no guest in this list.");
        if (!GuestColumns.HasName(Columns))
            return this with { Refusal = Refusal.Invalid("columns", "Say which column holds the guests' names.") };
        if (rows.Count > InputLimits.ListItems)
            return Unreadable(new LocalizedText("At most {0} guests are taken at once.", InputLimits.ListItems));
        var (reader, lines, others) = (new GuestRowReader(Headings, Columns), new List<GuestLine>(), known.ToList());
        foreach (var (line, cells) in rows)
        {
            lines.Add(reader.Read(line, cells, others));
            if (lines[^1].Details is { } details) others.Add(KnownGuest.Of(details));
        }

        return this with { Lines = lines };
    }

    private static GuestList Unreadable(LocalizedText why) => new() { Refusal = Refusal.Invalid("list", why) };
}
