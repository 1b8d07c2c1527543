using System.Globalization;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Pages;

internal static class SubmittedValues
{
    /// <summary>
    /// The value typed under a field's full name, such as <c>home_port.latitude</c>; the last where there are several.
    /// </summary>
    public static JsonNode? At(this JsonObject typed, string name) =>
        typed.Node(name) is JsonArray { Count: > 0 } several ? several[^1] : typed.Node(name);

    /// <summary>All values typed under a name.</summary>
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

    /// <summary>Somebody may send a list where a group belongs; it has no row of that name.</summary>
    private static int RowOf(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var row) ? row : -1;
}
