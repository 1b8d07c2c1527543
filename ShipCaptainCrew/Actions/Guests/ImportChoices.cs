using System.Globalization;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Guests;

/// <summary>What a person decided about an imported list: what its columns hold, and which rows to add.</summary>
public static class ImportChoices
{
    public const string ColumnsField = "columns";
    public const string RowsField = "add";

    /// <summary>What each column holds; null if nothing was said.</summary>
    public static IReadOnlyList<GuestColumn>? Columns(Input input)
    {
        var words = input.Texts(ColumnsField);
        return words.Count == 0 ? null : [.. words.Select(word => ColumnOf(input, word))];
    }

    /// <summary>The line numbers of the chosen rows.</summary>
    public static IReadOnlySet<int> Rows(Input input) => input.Numbers(RowsField)
        .Select(text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var line) ? line : 0)
        .ToHashSet();

    private static GuestColumn ColumnOf(Input input, string word)
    {
        if (WireNames.TryRead<GuestColumn>(word, out var column)) return column;
        input.Error(ColumnsField, "Choose what is in each column.");
        return GuestColumn.Ignored;
    }
}
