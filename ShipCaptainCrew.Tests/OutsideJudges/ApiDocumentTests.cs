using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.OutsideJudges;

/// <summary>Tools that other people wrote accept the OpenAPI document. Runs only with <c>SCC_LONG=1</c>.</summary>
public sealed class ApiDocumentTests
{
    [Fact]
    public async Task The_linter_has_no_error_and_no_warning()
    {
        await NodeTools.Install();
        var file = await Document("linted.json");

        var (_, output) = await NodeTools.Try(
            Path.Combine("node_modules", ".bin", "redocly"), "lint", "--extends", "recommended", "--format", "json",
            file);

        var result = JsonNode.Parse(output[output.IndexOf('{', StringComparison.Ordinal)..])!;
        Assert.Empty(result["problems"]!.AsArray().Select(problem =>
            $"{problem!["severity"]} {problem["ruleId"]}: {problem["location"]?[0]?["pointer"]}"));
    }

    /// <summary>The types are generated from the document; client.ts uses them as a program does.</summary>
    [Fact]
    public async Task A_generated_TypeScript_client_compiles()
    {
        await NodeTools.Install();
        var file = await Document("typed.json");

        await NodeTools.Run("openapi-typescript", file, "--output", "api.d.ts");
        await NodeTools.Run(
            "tsc", "--noEmit", "--strict", "--target", "es2022", "--module", "nodenext", "--lib", "es2022,dom",
            "client.ts");
    }

    private static async Task<string> Document(string name)
    {
        await using var app = new AppFixture();
        using var visitor = app.CreateClient();
        var stop = TestContext.Current.CancellationToken;
        var document = await visitor.GetStringAsync("/openapi/v1.json", stop);
        await File.WriteAllTextAsync(Path.Combine(NodeTools.Folder, name), document, stop);
        return name;
    }
}
