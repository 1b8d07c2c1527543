using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Compatibility;

/// <summary>
/// The API's names do not change when code is renamed: addresses, parameters, fields, and the names of operations and
/// schemas.
/// </summary>
public sealed class WireNamesTests
{
    [Fact]
    public async Task The_OpenAPI_document_has_the_names_of_the_committed_list()
    {
        await using var app = new AppFixture();
        using var visitor = app.CreateClient();
        var document = await visitor.Get("/openapi/v1.json").Json();

        OldFolder.Matches("wire.txt", [.. Calls(document), .. Names(document), .. Schemas(document)]);
    }

    private static IEnumerable<string> Calls(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from call in path.Value!.AsObject()
        let parameters = (call.Value!["parameters"]?.AsArray() ?? []).Select(parameter => $"{parameter!["name"]}")
        let body = call.Value["requestBody"]?["content"]?["application/json"]?["schema"]
        let input = body is null ? "" : $" {Type(body)}"
        let output = string.Join(", ", Answers(call.Value))
        select $"{call.Key} {path.Key} ({string.Join(", ", parameters)}){input} -> {output}";

    private static IEnumerable<string> Names(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from call in path.Value!.AsObject()
        select $"operation {call.Value!["operationId"]}: {call.Key} {path.Key}";

    private static IEnumerable<string> Answers(JsonNode call) =>
        from answer in call["responses"]!.AsObject()
        let schema = answer.Value!["content"]?["application/json"]?["schema"]
        where schema is not null
        select $"{answer.Key} {Type(schema)}";

    private static IEnumerable<string> Schemas(JsonNode document) =>
        from schema in document["components"]!["schemas"]!.AsObject()
        select $"schema {schema.Key}: {Type(schema.Value!)}";

    /// <summary>A schema's name if it has one, otherwise its values, its fields or its type.</summary>
    private static string Type(JsonNode schema) => schema switch
    {
        _ when (string?)schema["$ref"] is { } name => name.Split('/')[^1],
        _ when schema["enum"] is JsonArray values => string.Join('|', values.Select(value => $"{value ?? "null"}")),
        _ when schema["oneOf"] is JsonArray options => string.Join('|', options.Select(option => Type(option!))),
        _ when schema["items"] is { } item => $"[{Type(item)}]",
        _ when schema["properties"] is JsonObject fields =>
            $"{{{string.Join(", ", fields.Select(field => $"{field.Key}: {Type(field.Value!)}"))}}}",
        _ => schema["type"]?.ToJsonString().Trim('"') ?? "any",
    };
}
