using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Holds JSON against what an OpenAPI document says of it; a field that it does not speak of is a fault as well.
/// </summary>
public sealed class OpenApiSchema(JsonNode document)
{
    /// <summary>What does not fit, each with where it stands.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string at = "$")
    {
        if ((string?)schema["$ref"] is { } name)
            return Faults(value, document["components"]!["schemas"]![name.Split('/')[^1]]!, at);
        if (schema["oneOf"] is JsonArray ways)
            return ways.Any(way => !Faults(value, way!, at).Any())
                ? [] : [$"{at}: {Short(value)} is none of {Short(ways)}"];
        return
        [
            .. schema["type"] is { } types && !Types(types).Contains(TypeOf(value))
                ? [$"{at}: {Short(value)} is no {Short(types)}"] : Array.Empty<string>(),
            .. schema["enum"] is JsonArray words && value is not null
                && !words.Any(word => JsonNode.DeepEquals(word, value))
                ? [$"{at}: {Short(value)} is not of {Short(words)}"] : Array.Empty<string>(),
            .. value is JsonValue text && schema["format"] is { } format && !IsOf($"{format}", $"{text}")
                ? [$"{at}: {Short(value)} is no {format}"] : Array.Empty<string>(),
            .. value is JsonArray list && schema["items"] is { } item
                ? list.SelectMany((one, i) => Faults(one, item, $"{at}[{i}]")) : [],
            .. value is JsonObject thing && schema["properties"] is { } fields
                ? OfFields(thing, fields.AsObject(), schema["required"]?.AsArray() ?? [], at) : [],
            .. value is JsonObject map && schema["additionalProperties"] is JsonObject rest
                ? map.SelectMany(field => Faults(field.Value, rest, $"{at}.{field.Key}")) : [],
        ];
    }

    private IEnumerable<string> OfFields(JsonObject thing, JsonObject fields, JsonArray required, string at) =>
    [
        .. required.Where(name => !thing.ContainsKey($"{name}")).Select(name => $"{at} lacks {name}"),
        .. thing.SelectMany(
            field => fields[field.Key] is { } known
                ? Faults(field.Value, known, $"{at}.{field.Key}") : [$"{at}.{field.Key} is not described"]),
    ];

    private static IEnumerable<string> Types(JsonNode types) =>
        types is JsonArray several ? several.Select(type => $"{type}") : [$"{types}"];

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.String => "string",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
    };

    private static bool IsOf(string format, string text) => format switch
    {
        "uuid" => Guid.TryParseExact(text, "D", out _),
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" =>
            DateTime.TryParseExact(
                text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        _ => true,
    };

    private static string Short(JsonNode? value) =>
        value?.ToJsonString() is { Length: > 80 } text ? text[..80] : value?.ToJsonString() ?? "null";
}
