using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// Checks the order of refusals at every API endpoint: not signed in (401), not found (404), no right (403), unreadable
/// body (400, 415, 413), invalid field (422), and last a conflicting state (409, 412). A request with two reasons gets
/// the one that reveals less.
/// </summary>
public sealed partial class OrderOfRefusalTests(OrderOfRefusalTests.RefusalRoutes routes)
    : IClassFixture<OrderOfRefusalTests.RefusalRoutes>
{
    private static readonly (string Body, string Type, int Status)[] Unreadable =
    [
        ("{ not json", "application/json", 400), ("[]", "application/json", 400), ("{}", "text/plain", 415),
        (new string(' ', 1 << 20) + "{}", "application/json", 413),
    ];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public Task An_anonymous_request_gets_401_whatever_it_asks_for_or_sends() => ForEach(
        routes.Endpoints.Where(endpoint => endpoint.Least != "open"),
        endpoint => Send(routes.Anonymous, endpoint, routes.Address(endpoint, Guid.CreateVersion7()), "{ not json"),
        _ => [401]);

    [Fact]
    public Task A_missing_resource_gets_404_even_without_the_right_to_it() => ForEach(
        routes.Endpoints.Where(endpoint => LastId().IsMatch(routes.Address(endpoint))),
        endpoint =>
            Send(routes.Alex, endpoint, LastId().Replace(routes.Address(endpoint), $"{Guid.CreateVersion7()}"),
                "{ not json"),
        _ => [404]);

    [Fact]
    public async Task A_missing_right_is_reported_before_the_body_is_read()
    {
        foreach (var (body, type, _) in Unreadable.Append(
            ("""{"name":{"x":1},"title":{"x":1}}""", "application/json", 0)))
        {
            await ForEach(routes.Endpoints.Where(endpoint => endpoint.Least is not ("open" or "member")),
                endpoint =>
                {
                    var query = endpoint.Changes ? "" : "?limit=none";
                    return Send(routes.Alex, endpoint, routes.Address(endpoint) + query, body, type);
                },
                _ => [403]);
        }
    }

    [Fact]
    public async Task An_unreadable_body_is_reported_before_the_state_of_the_charter()
    {
        await routes.Cancel();
        var changes = routes.Endpoints.Where(
            endpoint => endpoint.Changes && !endpoint.Route.StartsWith("/api/auth", StringComparison.Ordinal)).ToList();
        foreach (var (body, type, status) in Unreadable)
            await ForEach(
                changes,
                endpoint => Send(routes.Olive, endpoint, routes.Address(endpoint), body, type),
                _ => [status]);
    }

    [Fact]
    public async Task An_invalid_field_is_reported_before_the_state_of_the_charter()
    {
        await routes.Cancel();
        var conflicts = new List<string>();
        await ForEach(
            routes.Endpoints.Where(endpoint => routes.FieldsOf(endpoint) is { Count: > 0 }),
            async endpoint =>
            {
                var address = routes.Address(endpoint);
                if (endpoint.IsOfACharter)
                {
                    using var valid = await Send(routes.Olive, endpoint, address, routes.ValidBody(endpoint));
                    if ((int)valid.StatusCode is 409 or 412) conflicts.Add(endpoint.Route);
                }

                var invalid = new JsonObject(routes.FieldsOf(endpoint)!.Select(
                    field => KeyValuePair.Create<string, JsonNode?>(field, new JsonArray(new JsonArray()))));
                return await Send(routes.Olive, endpoint, address, invalid.ToJsonString());
            },
            _ => [422]);

        // Otherwise no valid body would have been refused for the state of the charter.
        Assert.True(conflicts.Count >= 8, $"Only these: {string.Join(", ", conflicts)}");
    }

    private static async Task ForEach(IEnumerable<RefusalRoutes.Endpoint> endpoints,
        Func<RefusalRoutes.Endpoint, Task<HttpResponseMessage>> send, Func<RefusalRoutes.Endpoint, int[]> expected)
    {
        var (failures, tried) = (new List<string>(), 0);
        foreach (var endpoint in endpoints)
        {
            using var response = await send(endpoint);
            tried++;
            if (!expected(endpoint).Contains((int)response.StatusCode))
                failures.Add($"{endpoint}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.True(tried > 15, $"{tried}");
    }

    private Task<HttpResponseMessage> Send(HttpClient client, RefusalRoutes.Endpoint endpoint, string address,
        string body, string type = "application/json") =>
        client.SendAsync(
            new(new(endpoint.Method), address)
            {
                Content = endpoint.Changes ? new StringContent(body, Encoding.UTF8, type) : null,
            },
            HttpCompletionOption.ResponseHeadersRead,
            stop);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}(?!.*[0-9a-f]{8}-[0-9a-f-]{27})")]
    private static partial Regex LastId();

    /// <summary>An app with one of each record, all its API endpoints, and the fields that each one reads.</summary>
    public sealed partial class RefusalRoutes : IAsyncLifetime
    {
        private RouteFixture fixture = null!;
        private JsonNode description = null!;

        public IReadOnlyList<Endpoint> Endpoints { get; } = [
            .. Repository.Lines("ShipCaptainCrew.Tests/EndpointRights.txt").Select(line => line.Split(' '))
            .Where(row => row is [_, var route, _] && route.StartsWith("/api/", StringComparison.Ordinal))
            .Select(row => new Endpoint(row[0], row[1], row[2]))];

        public HttpClient Anonymous { get; private set; } = null!;

        /// <summary>A deckhand who is not on this charter, so has the fewest rights of all signed-in users.</summary>
        public HttpClient Alex => fixture.Day.Cast.Alex.Api;

        /// <summary>An owner with a recent sign-in.</summary>
        public HttpClient Olive { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            fixture = await RouteFixture.Of(await CharterFixture.Begin());
            Anonymous = fixture.Day.Ship.CreateClient();
            Olive = fixture.Day.Cast.Olive.Api;
            description = await Olive.Get("/openapi/v1.json").Json();
        }

        public ValueTask DisposeAsync() => fixture.Day.DisposeAsync();

        public string Address(Endpoint endpoint, Guid? id = null) => fixture.Address(endpoint.Route, id);

        /// <summary>Cancels the charter, too long ago to undo it.</summary>
        public async Task Cancel()
        {
            await Olive.Post($"{fixture.Day.Api}/cancel", new { reason = "Gale" }).Json();
            fixture.Day.Ship.Clock.Advance(TimeSpan.FromMinutes(16));
            Olive = await fixture.Day.Cast.Olive.SignInAgain(fixture.Day.Ship, fixture.Day.Cast.OperatorId);
        }

        /// <summary>The fields that an endpoint reads, from the OpenAPI description.</summary>
        public IReadOnlyList<string>? FieldsOf(Endpoint endpoint) =>
            Schema(endpoint)?.Select(field => field.Key).ToList();

        /// <summary>A body that the endpoint would accept if the charter were not canceled.</summary>
        public string ValidBody(Endpoint endpoint) => endpoint.Route.Split('/')[^1] switch
        {
            "guests" => """{"name":"Ann"}""",
            "checklists" => $$"""{"template_id":"{{fixture.Id("templates")}}"}""",
            "head-counts" => """{"which":"departure","guests":1}""",
            "orientation" => """{"topics":["Life jackets"]}""",
            "incident" => """{"what":"A wet deck"}""",
            "cancel" => """{"reason":"Gale"}""",
            "mark" => """{"where":"arrived"}""",
            _ => "{}",
        };

        private JsonObject? Schema(Endpoint endpoint)
        {
            var path = Constraint().Replace(endpoint.Route, "}");
            var body = description["paths"]![path]?[endpoint.Method.ToLowerInvariant()]?["requestBody"];
            var schema = body?["content"]?["application/json"]?["schema"];
            if ((string?)schema?["$ref"] is { } name)
                schema = description["components"]!["schemas"]![name.Split('/')[^1]];
            return schema?["properties"]?.AsObject();
        }

        [GeneratedRegex(":[a-z]+}")]
        private static partial Regex Constraint();

        public sealed record Endpoint(string Method, string Route, string Least)
        {
            public bool Changes => Method is not "GET";

            public bool IsOfACharter => Route.StartsWith("/api/events/{id", StringComparison.Ordinal);

            public override string ToString() => $"{Method} {Route}";
        }
    }
}
