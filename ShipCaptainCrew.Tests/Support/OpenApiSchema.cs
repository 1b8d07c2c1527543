using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>
/// Compares JSON with its schema in an OpenAPI document; a field that the schema does not describe is a fault as well.
/// </summary>
public sealed class OpenApiSchema(JsonNode document)
{
    /// <summary>Every difference, with its path in the JSON.</summary>
    public IEnumerable<string> Faults(JsonNode? value, JsonNode schema, string path = "$")
    {
        if ((string?)schema["$ref"] is { } name)
            return Faults(value, document["components"]!["schemas"]![name.Split('/')[^1]]!, path);
        if ((schema["oneOf"] ?? schema["anyOf"]) is JsonArray choices)
            return choices.Any(choice => !Faults(value, choice!, path).Any())
                ? [] : [$"{path}: {Short(value)} is none of {Short(choices)}"];
        return
        [
            .. schema["type"] is { } types && !Types(types).Contains(TypeOf(value))
                ? [$"{path}: {Short(value)} is no {Short(types)}"] : Array.Empty<string>(),
            .. schema["enum"] is JsonArray members && value is not null
                && !members.Any(member => JsonNode.DeepEquals(member, value))
                ? [$"{path}: {Short(value)} is not of {Short(members)}"] : Array.Empty<string>(),
            .. value is JsonValue text && schema["format"] is { } format && !IsOf($"{format}", $"{text}")
                ? [$"{path}: {Short(value)} is no {format}"] : Array.Empty<string>(),
            .. value is JsonArray list && schema["items"] is { } item
                ? list.SelectMany((one, i) => Faults(one, item, $"{path}[{i}]")) : [],
            .. value is JsonObject json && schema["properties"] is { } fields
                ? OfFields(json, fields.AsObject(), schema["required"]?.AsArray() ?? [], path) : [],
            .. value is JsonObject map && schema["additionalProperties"] is JsonObject rest
                ? map.SelectMany(field => Faults(field.Value, rest, $"{path}.{field.Key}")) : [],
        ];
    }

    private IEnumerable<string> OfFields(JsonObject json, JsonObject fields, JsonArray required, string path) =>
    [
        .. required.Where(name => !json.ContainsKey($"{name}")).Select(name => $"{path} lacks {name}"),
        .. json.SelectMany(
            field => fields[field.Key] is { } known
                ? Faults(field.Value, known, $"{path}.{field.Key}") : [$"{path}.{field.Key} is not described"]),
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
