using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>The OpenAPI document is complete and matches the responses.</summary>
public sealed class OpenApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>, IAsyncLifetime
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
            Assert.Equal(!IsOpen(call), operation["security"] is not null);
        }
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
    public void Required_fields_are_described_for_creations_but_not_for_edits()
    {
        Assert.Equal(["vessel_id", "event_date", "captain_id"], Names(Schema("/api/events", "post")["required"]));
        Assert.Null(Schema("/api/events/{id}", "put")["required"]);
        Assert.Equal(["items"], Names(Schema("/api/events/{id}/checklists/{checklistId}", "put")["required"]));
        Assert.Equal(
            ["captain", "first_mate", "deckhand"], Names(document["components"]!["schemas"]!["CrewRole"]!["enum"]));
        Assert.Equal("date-time",
            (string?)document["components"]!["schemas"]!["EventJson"]!["properties"]!["departure_time"]!["format"]);
        var bearer = document["components"]!["securitySchemes"]!["bearer"]!;
        Assert.Equal("http bearer", $"{bearer["type"]} {bearer["scheme"]}");
    }

    /// <summary>Sends an invalid value for each described field and expects an error of that field.</summary>
    [Fact]
    public async Task Every_described_field_is_read()
    {
        var charter = await fixture.Charter();
        var list = await fixture.Queen.Dana.Api
            .Post($"/api/events/{charter["id"]}/checklists",
                new { template_id = await fixture.Queen.Template("Before departure", "Lines") })
            .Json(201);
        var defect = await fixture.Queen.Dana.Api
            .Post($"/api/vessels/{fixture.Aurora}/defects", new { what = "Bilge pump", severity = "minor" })
            .Json(201);
        var (waiver, guest) = (await fixture.Queen.Waiver(),
            await fixture.Queen.Dana.Api.Guest($"/api/events/{charter["id"]}", "Ben Cole"));
        foreach (var (path, method, _) in Operations().Where(operation => operation.Node["requestBody"] is not null))
        {
            var address = path.Replace("/vessels/{id}", $"/vessels/{fixture.Aurora}", StringComparison.Ordinal)
                .Replace("/members/{id}", $"/members/{fixture.Queen.Sam.MemberId}", StringComparison.Ordinal)
                .Replace("/charter-types/{id}",
                    $"/charter-types/{await fixture.Queen.Type("A type", PlanningSteps.AtHalfPastFour)}",
                    StringComparison.Ordinal)
                .Replace("/checklist-templates/{id}",
                    $"/checklist-templates/{await fixture.Queen.Template("A list", "One")}", StringComparison.Ordinal)
                .Replace("/defects/{id}", $"/defects/{defect["id"]}", StringComparison.Ordinal)
                .Replace("/waiver-templates/{id}", $"/waiver-templates/{waiver}", StringComparison.Ordinal)
                .Replace("{guestId}", $"{guest["id"]}", StringComparison.Ordinal)
                .Replace("{id}", $"{charter["id"]}", StringComparison.Ordinal)
                .Replace("{checklistId}", $"{list["id"]}", StringComparison.Ordinal)
                .Replace("{role}", "deckhand", StringComparison.Ordinal);
            foreach (var (name, type) in Schema(path, method)["properties"]!.AsObject())
            {
                JsonNode invalid = type!["properties"] is null ? new JsonObject { ["no"] = "such thing" } : "no group";
                var body = new JsonObject { [name] = invalid };
                var problem = await fixture.Queen.Olive.Api
                    .SendAsync(
                        new(new(method), address) { Content = System.Net.Http.Json.JsonContent.Create(body) })
                    .Json(422);
                Assert.True(problem["errors"]!.AsObject().Any(field => field.Key == name),
                    $"{method} {path} {name}: {problem.ToJsonString()}");
            }
        }
    }

    /// <summary>Calls every operation as different users, and checks each response against its description.</summary>
    [Fact]
    public async Task Every_response_matches_its_description()
    {
        await using var day = await CharterFixture.Begin();
        var fixture = await RouteFixture.Of(day);
        using var anonymous = day.Ship.CreateClient();
        var callers =
            new[] { anonymous, (await day.Ship.Cast("strangers")).Olive.Api, day.Cast.Sam.Api, day.Cast.Olive.Api };
        var (schema, faults) = (new OpenApiSchema(document), new SortedSet<string>());
        foreach (var (path, method, node) in Operations().OrderBy(operation => operation.Method == "delete"))
        {
            foreach (var caller in callers)
            {
                using var answer = await Send(caller, method, fixture.Address(path) + Query(path));
                faults.UnionWith(
                    (await Faults(answer, node)).Select(
                        fault => $"{method} {path}, {(int)answer.StatusCode}: {fault}"));
            }
        }

        Assert.Empty(faults);

        async Task<IEnumerable<string>> Faults(HttpResponseMessage answer, JsonNode operation)
        {
            if (operation["responses"]![$"{(int)answer.StatusCode}"] is not { } described) return ["not described"];
            var missing = (described["headers"]?.AsObject() ?? []).Where(header => !answer.Headers.Contains(header.Key))
                .Select(header => $"no {header.Key}");
            var type = answer.Content.Headers.ContentType?.MediaType;
            if (type is null) return described["content"] is null ? missing : ["no body"];
            if (described["content"]?[type]?["schema"] is not { } body) return [$"{type} is not described"];
            return [.. missing,
                .. type == "text/event-stream"
                    ? [] : schema.Faults(JsonNode.Parse(await answer.Content.ReadAsStringAsync()), body)];
        }
    }

    [Fact]
    public async Task The_extra_fields_of_conflicts_are_described()
    {
        await using var day = await CharterFixture.Begin();
        var (office, schema) = (day.Cast.Dana.Api, new OpenApiSchema(document));
        var problem = document["components"]!["schemas"]!["ProblemJson"]!;
        await office.Put($"{day.Api}/checklists/{day.ListId}",
            new { items = new[] { new { id = day.Item(0), state = "complete" } } })
            .Json();

        var conflicts = new Dictionary<string, JsonNode>
        {
            ["state"] = await office.Post($"{day.Api}/depart").Json(409),
            ["conflicts_with"] =
                await office.Post("/api/events",
                    new { vessel_id = day.VesselId, event_date = "2026-07-04", captain_id = day.Cast.Kim.MemberId,
                        departure_time = "18:00" })
                .Json(409),
            ["holders"] =
                await office.Post($"{day.Api}/roles/captain/claim", new { member_id = day.Cast.Olive.MemberId })
                .Json(409),
            ["items"] =
                await office.Put($"{day.Api}/checklists/{day.ListId}",
                    new { items = new[] { new { id = day.Item(0), state = "pending", version = 1 } } })
                .Json(409),
            ["version"] = await office.With("If-Match", "\"7\"", HttpMethod.Put, day.Api, new { title = "Party" })
                .Json(412),
        };
        await office.Post($"{day.Api}/board").Json();
        conflicts["blockers"] = await office.Post($"{day.Api}/depart").Json(409);
        await office.Post($"{day.Api}/nudge").Json();
        conflicts["nudged_at"] = await office.Post($"{day.Api}/nudge").Json(409);
        await office.Put($"/api/vessels/{day.VesselId}", new { passenger_capacity = 1 }).Json();
        await day.Guest("Ben Cole");
        conflicts["capacity"] = await office.Post($"{day.Api}/guests", new { name = "Ann Lee" }).Json(409);

        Assert.All(conflicts,
            conflict =>
                Assert.True(conflict.Value.AsObject().ContainsKey(conflict.Key), conflict.Value.ToJsonString()));
        Assert.Empty(conflicts.Values.SelectMany(conflict => schema.Faults(conflict, problem)));
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

    private static string Query(string path) =>
        path == "/api/sun" ? "?latitude=32.7&longitude=-117.2&date=2026-07-04" : "";

    private static async Task<HttpResponseMessage> Send(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address);
        if (method != "get") request.Content = System.Net.Http.Json.JsonContent.Create(new { });
        return await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
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

    private JsonNode Schema(string path, string method) =>
        document["paths"]![path]![method]!["requestBody"]!["content"]!["application/json"]!["schema"]!;

    private static IEnumerable<string?> Names(JsonNode? list) => list!.AsArray().Select(name => (string?)name);
}
