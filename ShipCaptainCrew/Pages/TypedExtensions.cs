using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Pages;

internal static class TypedExtensions
{
    private static readonly string[] Themes = ["day", "bright", "night"];

    /// <summary>The value typed under a field's full name, such as <c>home_port.latitude</c>.</summary>
    public static JsonNode? At(this JsonObject typed, string name)
    {
        JsonNode? node = typed;
        foreach (var step in name.Split(['.', '[', ']'], StringSplitOptions.RemoveEmptyEntries))
        {
            node = node is JsonArray rows ? rows.ElementAtOrDefault(int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)) : (node as JsonObject)?[step];
        }

        return node is JsonArray { Count: > 0 } several ? several[^1] : node;
    }

    /// <summary>The theme the person chose; null leaves it to the device.</summary>
    public static string? Theme(this IRequestCookieCollection cookies) => Array.Find(Themes, theme => theme == cookies["theme"]);
}
