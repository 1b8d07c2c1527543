using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ShipCaptainCrew.Evidence;

/// <summary>Writes equal content as equal bytes: UTF-8 JSON with keys in ordinal order and no spaces.</summary>
internal static class CanonicalJson
{
    private const int Schema = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { MakePropertiesOptional } },
    };

    public static byte[] Write<T>(T content)
    {
        var fields = JsonSerializer.SerializeToNode(content, Json)!.AsObject();
        fields["schema"] = Schema;
        return JsonSerializer.SerializeToUtf8Bytes(Sorted(fields), Json);
    }

    public static T Read<T>(byte[] body) => JsonSerializer.Deserialize<T>(body, Json)!;

    /// <summary>
    /// Ignores <c>required</c> when reading, because old records lack properties that were added later.
    /// </summary>
    private static void MakePropertiesOptional(JsonTypeInfo type)
    {
        foreach (var property in type.Properties) property.IsRequired = false;
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields => new JsonObject(fields
            .OrderBy(field => field.Key, StringComparer.Ordinal)
            .Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
