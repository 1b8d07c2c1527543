using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class OpenApiTests
{
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
            ["items"] = await office.Put($"{day.Api}/checklists/{day.ListId}",
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

    private static string Query(string path) =>
        path == "/api/sun" ? "?latitude=32.7&longitude=-117.2&date=2026-07-04" : "";

    private static async Task<HttpResponseMessage> Send(HttpClient client, string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address);
        if (method != "get") request.Content = System.Net.Http.Json.JsonContent.Create(new { });
        return await client.SendAsync(
            request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
    }
}
