using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Storage;

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

    /// <summary>Reads a list. It may take a while, so a change reads it before it begins.</summary>
    /// <param name="columns">What the columns hold, as a person said; null to recognize them.</param>
    public static GuestList Read(string text, IReadOnlyList<GuestColumn>? columns = null)
    {
        WriteGate.RequireOutside();
        var rows = GuestTable.Read(text).Rows;
        if (rows.Count == 0) return Unreadable("This list is empty.");
        if (rows.Max(row => row.Cells.Length) > InputLimits.ListItems)
            return Unreadable(new LocalizedText("At most {0} columns are taken at once.", InputLimits.ListItems));
        var head = GuestHeadings.In(rows);
        var list = new GuestList
        {
            Headings = head.Names,
            Columns = columns?.Count == head.Names.Count ? columns : head.Columns,
            Titles = head.FirstRow == 0 ? 0 : head.FirstRow - 1,
        };
        return list.WithLines([.. rows.Skip(head.FirstRow)]);
    }

    /// <summary>The same list, which asks about each guest who could be on the list already, here or above.</summary>
    /// <param name="known">Who is on the charter's list already.</param>
    public GuestList Against(IEnumerable<KnownGuest> known)
    {
        var (others, lines) = (known.ToList(), new List<GuestLine>());
        foreach (var line in Lines)
        {
            lines.Add(line.Against(others));
            if (line.Details is { } details) others.Add(KnownGuest.Of(details));
        }

        return this with { Lines = lines };
    }

    private GuestList WithLines(List<(int Line, string[] Cells)> rows)
    {
        if (rows.Count == 0) return Unreadable("This list has no guests.");
        if (!GuestColumns.HasName(Columns))
            return this with { Refusal = Refusal.Invalid("columns", "Choose which column has the guests' names.") };
        if (rows.Count > InputLimits.ListItems)
            return Unreadable(new LocalizedText("You can add at most {0} guests at once.", InputLimits.ListItems));
        var reader = new GuestRowReader(Headings, Columns);
        return this with { Lines = [.. rows.Select(row => reader.Read(row.Line, row.Cells))] };
    }

    private static GuestList Unreadable(LocalizedText why) => new() { Refusal = Refusal.Invalid("list", why) };
}
