using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>The OpenAPI document is complete and matches the responses.</summary>
public sealed partial class OpenApiTests(TwoOperatorsFixture fixture)
    : IClassFixture<TwoOperatorsFixture>, IAsyncLifetime
{
    private JsonNode document = null!;

    public async ValueTask InitializeAsync()
    {
        using var client = fixture.Ship.CreateClient();
        document = await client.Get("/openapi/v1.json").Json();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Every_operation_is_described_with_its_success_and_errors()
    {
        var calls = fixture.Ship.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(call => call.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(calls);
        foreach (var call in calls)
        {
            var (path, method) = (
                Path(call), call.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Single());
            var operation = document["paths"]![path]?[method.ToLowerInvariant()];
            Assert.True(operation is not null, $"{method} {path}");
            var answers = operation["responses"]!.AsObject().Select(answer => answer.Key).ToList();
            Assert.Single(answers, status => status[0] == '2');
            Assert.Superset(CommonErrors(call, method).ToHashSet(), answers.ToHashSet());
            Assert.False(string.IsNullOrEmpty((string?)operation["summary"]), $"{method} {path}");
            Assert.Equal(
                IsOpen(call) ? "[]" : """[{"bearer":[]}]""", operation["security"]?.ToJsonString());
        }
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own_and_described_tags()
    {
        var names = Operations().Select(operation => (string?)operation.Node["operationId"]).ToList();
        var described = document["tags"]!.AsArray()
            .Where(tag => !string.IsNullOrEmpty((string?)tag!["description"])).Select(tag => (string?)tag!["name"]);

        Assert.All(names, name => Assert.Matches("^[a-z]+([A-Z][a-z]+)*$", name));
        Assert.Distinct(names);
        Assert.Empty(Operations().SelectMany(operation => Names(operation.Node["tags"])).Except(described));
        Assert.Equal("MIT", (string?)document["info"]!["license"]!["identifier"]);
        Assert.Equal("/", (string?)Assert.Single(document["servers"]!.AsArray())!["url"]);
    }

    [Fact]
    public void Every_error_is_problem_details_with_a_code()
    {
        Assert.All(
            Operations().SelectMany(operation => operation.Node["responses"]!.AsObject())
                .Where(answer => answer.Key[0] == '4'),
            answer =>
            Assert.Equal("#/components/schemas/ProblemJson",
                (string?)answer.Value!["content"]!["application/problem+json"]!["schema"]!["$ref"]));
        Assert.Equal(
            ["status", "title", "code"], Names(document["components"]!["schemas"]!["ProblemJson"]!["required"]));
    }

    [Fact]
    public async Task The_reference_page_exists_only_in_development()
    {
        await using var production = new AppFixture { Settings = { ["environment"] = "Production" } };
        using var visitor = production.CreateClient(new() { BaseAddress = new("https://ship.test") });

        Assert.Equal(404, (int)(await visitor.Get("/dev/api")).StatusCode);
        Assert.Equal(404, (int)(await visitor.Get("/dev/api/v1")).StatusCode);
        using var developer = fixture.Ship.CreateClient();
        Assert.Contains("openapi/v1.json", await (await developer.Get("/dev/api/")).Content.ReadAsStringAsync(),
            StringComparison.Ordinal);
        Assert.Equal(200, (int)(await developer.Get("/dev/api/scalar.js")).StatusCode);
    }

    private static IEnumerable<string> CommonErrors(RouteEndpoint call, string method)
    {
        if (!IsOpen(call)) yield return "401";
        if (call.RoutePattern.Parameters.Count > 0) yield return "404";
        if (method == "GET") yield break;
        if (!IsOpen(call)) yield return "403";
        foreach (var status in new[] { "400", "413", "415", "422", "429", "503", "507" }) yield return status;
    }

    private static bool IsOpen(RouteEndpoint call) => call.Metadata.GetMetadata<IAllowAnonymous>() is not null;

    private static string Path(RouteEndpoint call) =>
        "/" + string.Join('/', call.RoutePattern.PathSegments.Select(
            segment => string.Concat(segment.Parts.Select(PathPart))));

    /// <summary>A part of a route as OpenAPI writes it: parameters without constraints.</summary>
    private static string PathPart(RoutePatternPart part) =>
        part is RoutePatternParameterPart parameter ? $"{{{parameter.Name}}}" : ((RoutePatternLiteralPart)part).Content;

    private IEnumerable<(string Path, string Method, JsonNode Node)> Operations() =>
        document["paths"]!.AsObject()
            .SelectMany(
                path => path.Value!.AsObject().Select(operation => (path.Key, operation.Key, operation.Value!)));

    private static IEnumerable<string?> Names(JsonNode? list) => list!.AsArray().Select(name => (string?)name);
}
