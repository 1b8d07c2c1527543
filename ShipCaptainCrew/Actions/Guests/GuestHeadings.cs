namespace ShipCaptainCrew.Actions.Guests;

/// <summary>The row of headings of a guest list.</summary>
/// <param name="Names">The headings; empty texts if the list has none.</param>
/// <param name="FirstRow">The index of the first row with a guest.</param>
internal sealed record GuestHeadings(
    IReadOnlyList<string> Names, IReadOnlyList<GuestColumn> Columns, int FirstRow)
{
    /// <summary>
    /// Finds the headings: the first row that names the guests' column, else the first that names two others. Without
    /// them the columns are recognized by what is in them.
    /// </summary>
    public static GuestHeadings In(IReadOnlyList<(int Line, string[] Cells)> rows)
    {
        var top = rows.Take(GuestTable.MaxTitleRows + 1)
            .Select((row, index) => new GuestHeadings(row.Cells, GuestColumns.Of(row.Cells), index + 1)).ToList();
        return top.Find(row => GuestColumns.HasName(row.Columns))
            ?? top.Find(row => row.Columns.Count(column => column != GuestColumn.Ignored) >= 2)
            ?? Guessed([.. rows.Select(row => row.Cells)]);
    }

    private static GuestHeadings Guessed(IReadOnlyList<string[]> rows)
    {
        var columns = new List<GuestColumn>();
        for (var i = 0; i < rows.Max(cells => cells.Length); i++)
        {
            var column = Guess([.. rows.Select(cells => cells.ElementAtOrDefault(i) ?? "")]);
            columns.Add(columns.Contains(column) ? GuestColumn.Ignored : column);
        }

        return new([.. columns.Select(_ => "")], columns, 0);
    }

    /// <summary>What most of a column's cells look like.</summary>
    private static GuestColumn Guess(IReadOnlyList<string> cells)
    {
        var filled = cells.Where(cell => cell.Length > 0).ToList();
        return IsMost(filled, cell => cell.Contains('@')) ? GuestColumn.Email
            : IsMost(filled, cell => cell.Count(char.IsAsciiDigit) > cell.Length / 2) ? GuestColumn.Phone
            : IsMost(filled, cell => char.IsLetter(cell[0])) ? GuestColumn.Name
            : GuestColumn.Ignored;
    }

    private static bool IsMost(List<string> cells, Func<string, bool> looks) => cells.Count(looks) * 2 > cells.Count;
}
