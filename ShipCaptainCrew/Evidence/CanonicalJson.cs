using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// One text for one content, whoever writes it and when: UTF-8 JSON, keys in ordinal order, no spaces.
/// </summary>
internal static class CanonicalJson
{
    private const int Schema = 1;

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { RequireNothing } },
    };

    public static byte[] Write<T>(T content)
    {
        var fields = JsonSerializer.SerializeToNode(content, Json)!.AsObject();
        fields["schema"] = Schema;
        return JsonSerializer.SerializeToUtf8Bytes(Sorted(fields), Json);
    }

    public static T Read<T>(byte[] body) => JsonSerializer.Deserialize<T>(body, Json)!;

    /// <summary>
    /// A record kept before one of its properties was added can still be read: <c>required</c> holds where one is made.
    /// </summary>
    private static void RequireNothing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties) property.IsRequired = false;
    }

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject fields =>
            new JsonObject(
                fields.OrderBy(field => field.Key, StringComparer.Ordinal)
                    .Select(field => KeyValuePair.Create(field.Key, Sorted(field.Value)))),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };
}
