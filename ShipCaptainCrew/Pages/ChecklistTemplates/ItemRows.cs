using System.Globalization;
using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Pages.ChecklistTemplates;

/// <summary>The rows of the checklist form.</summary>
internal sealed class ItemRows(List<ItemRow> rows, int nextKey)
{
    public const string More = "more";

    public static ItemRows Of(IReadOnlyList<TemplateItem> items) =>
        new([.. items.Select((item, i) => new ItemRow(i, item.Text, item.Required))], items.Count);

    /// <summary>
    /// Reads the rows from the submitted form. Keys are not reused, so that a new row never takes over an old row's
    /// input.
    /// </summary>
    public static ItemRows Typed(Input form)
    {
        var typed = (form.Given["items"] as JsonArray ?? []).OfType<JsonObject>().Select(Read).ToList();
        return new([.. typed.Where(row => !row.IsNew)], typed.Select(row => row.Key + 1).DefaultIfEmpty(0).Max());
    }

    public IReadOnlyList<ItemRow> WithBlanks(int count) =>
        [.. rows, .. Enumerable.Range(nextKey, count).Select(key => new ItemRow(key, "", false))];

    /// <param name="move"><c>up 3</c>, <c>down 3</c> or <c>delete 3</c>, with the key of a row.</param>
    public void Move(string move)
    {
        var at = rows.FindIndex(row => move.EndsWith($" {row.Key}", StringComparison.Ordinal));
        if (at < 0) return;
        var row = rows[at];
        rows.RemoveAt(at);
        if (move.StartsWith("up", StringComparison.Ordinal)) rows.Insert(Math.Max(at - 1, 0), row);
        if (move.StartsWith("down", StringComparison.Ordinal)) rows.Insert(Math.Min(at + 1, rows.Count), row);
    }

    /// <summary>Renumbers the rows and writes them to the form, so that errors can be shown at the right row.</summary>
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
