using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Web;

/// <summary>Bounds what a JSON body of one megabyte costs: half a million values fit into it.</summary>
internal static class JsonSize
{
    private const int MaxValues = 20_000;

    /// <summary>
    /// Whether the text may have too many values: counts the commas, those within texts included, without parsing.
    /// </summary>
    public static bool Exceeds(string json) =>
        json.Length > MaxValues && json.AsSpan().Count(',') > MaxValues;

    /// <summary>Reads all objects and lists now, which otherwise happens at their first use, during a change.</summary>
    public static void Load(JsonNode? node)
    {
        if (node is JsonObject fields) foreach (var (_, value) in fields) Load(value);
        else if (node is JsonArray list) foreach (var item in list) Load(item);
    }
}
