using System.Globalization;
using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Pages.ChecklistTemplates;

/// <summary>
/// One item in the form. Its key stays with it while rows are moved, and with the key what is typed and the focus.
/// </summary>
public sealed record ItemRow(int Key, string Text, bool Required, LocalizedText? Error = null)
{
    /// <summary>Nothing is typed in it; such a row is no item.</summary>
    public bool IsNew => Text.Length == 0;
}

/// <summary>The items of a checklist as they stand in its form.</summary>
internal sealed class ItemRows(List<ItemRow> rows, int nextKey)
{
    public const string More = "more";

    public static ItemRows Of(IReadOnlyList<TemplateItem> items) =>
        new([.. items.Select((item, i) => new ItemRow(i, item.Text, item.Required))], items.Count);

    /// <summary>
    /// What was typed. Keys used before are not used again, lest a new row take over what an old one held.
    /// </summary>
    public static ItemRows Typed(Input form)
    {
        var typed = (form.Given["items"] as JsonArray ?? []).OfType<JsonObject>().Select(Read).ToList();
        return new([.. typed.Where(row => !row.IsNew)], typed.Select(row => row.Key + 1).DefaultIfEmpty(0).Max());
    }

    public IReadOnlyList<ItemRow> WithBlanks(int count) =>
        [.. rows, .. Enumerable.Range(nextKey, count).Select(key => new ItemRow(key, "", false))];

    /// <param name="move"><c>up 3</c>, <c>down 3</c> or <c>delete 3</c>; at either end there is nowhere to go.</param>
    public void Move(string move)
    {
        var at = rows.FindIndex(row => move.EndsWith($" {row.Key}", StringComparison.Ordinal));
        if (at < 0) return;
        var row = rows[at];
        rows.RemoveAt(at);
        if (move.StartsWith("up", StringComparison.Ordinal)) rows.Insert(Math.Max(at - 1, 0), row);
        if (move.StartsWith("down", StringComparison.Ordinal)) rows.Insert(Math.Min(at + 1, rows.Count), row);
    }

    /// <summary>Puts the rows into what is to be saved, numbered anew, so that each hears of its own errors.</summary>
    public void WriteTo(Input form)
    {
        for (var i = 0; i < rows.Count; i++) rows[i] = rows[i] with { Key = i };
        form.Given["items"] =
            new JsonArray([.. rows.Select(row => new JsonObject { ["text"] = row.Text, ["required"] = row.Required })]);
    }

    private static ItemRow Read(JsonObject row) => new(
        int.TryParse(row.At("key")?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : 0,
        (row.At("text")?.ToString() ?? "").ReplaceLineEndings(" ").Trim(),
        row.At("required")?.ToString() == "true");
}
