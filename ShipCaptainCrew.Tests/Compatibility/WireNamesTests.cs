using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Compatibility;

/// <summary>
/// What programs see keeps its names, whatever the code calls it: addresses, parameters, fields, and the names of the
/// schemas.
/// </summary>
public sealed class WireNamesTests
{
    [Fact]
    public async Task The_description_of_the_API_names_what_it_named_before()
    {
        await using var app = new AppFixture();
        using var anybody = app.CreateClient();
        var document = await anybody.Get("/openapi/v1.json").Json();

        OldFolder.Matches("wire.txt", [.. Calls(document), .. Schemas(document)]);
    }

    private static IEnumerable<string> Calls(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from call in path.Value!.AsObject()
        let asks = (call.Value!["parameters"]?.AsArray() ?? []).Select(parameter => $"{parameter!["name"]}")
        let body = call.Value["requestBody"]?["content"]?["application/json"]?["schema"]
        let takes = body is null ? "" : $" {Type(body)}"
        select $"{call.Key} {path.Key} ({string.Join(", ", asks)}){takes} -> {string.Join(", ", Answers(call.Value))}";

    private static IEnumerable<string> Answers(JsonNode call) =>
        from answer in call["responses"]!.AsObject()
        let schema = answer.Value!["content"]?["application/json"]?["schema"]
        where schema is not null
        select $"{answer.Key} {Type(schema)}";

    private static IEnumerable<string> Schemas(JsonNode document) =>
        from schema in document["components"]!["schemas"]!.AsObject()
        select $"schema {schema.Key}: {Type(schema.Value!)}";

    /// <summary>A schema's name where it has one, else its fields, its values, or what it is.</summary>
    private static string Type(JsonNode schema) => schema switch
    {
        _ when (string?)schema["$ref"] is { } name => name.Split('/')[^1],
        _ when schema["enum"] is JsonArray values => string.Join('|', values.Select(value => $"{value ?? "null"}")),
        _ when schema["oneOf"] is JsonArray ways => string.Join('|', ways.Select(way => Type(way!))),
        _ when schema["items"] is { } item => $"[{Type(item)}]",
        _ when schema["properties"] is JsonObject fields =>
            $"{{{string.Join(", ", fields.Select(field => $"{field.Key}: {Type(field.Value!)}"))}}}",
        _ => schema["type"]?.ToJsonString().Trim('"') ?? "any",
    };
}
