using System.Globalization;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Pages;

/// <summary>Reads the submitted values of a form by field name.</summary>
internal static class SubmittedValues
{
    /// <summary>The value of a field such as <c>home_port.latitude</c>; the last one if there are several.</summary>
    public static JsonNode? At(this JsonObject typed, string name) =>
        typed.Node(name) is JsonArray { Count: > 0 } several ? several[^1] : typed.Node(name);

    /// <summary>All non-empty values of a field.</summary>
    public static IEnumerable<string> AllAt(this JsonObject typed, string name) =>
        (typed.Node(name) is JsonArray several ? several : [typed.Node(name)?.DeepClone()]).OfType<JsonValue>()
            .Select(value => value.ToString()).Where(value => value.Length > 0);

    private static JsonNode? Node(this JsonObject typed, string name)
    {
        JsonNode? node = typed;
        foreach (var step in name.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            node = node is JsonArray rows ? rows.ElementAtOrDefault(RowOf(step)) : (node as JsonObject)?[step];
        }

        return node;
    }

    /// <summary>The row index; -1 if it is no number, as when a list was submitted in place of an object.</summary>
    private static int RowOf(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1;
}
