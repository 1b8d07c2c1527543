using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// The contract's order at every door for programs: sign in (401), not there (404), not yours (403), cannot be read
/// (400, 415, 413), makes no sense (422), and only then not now (409, 412). Whoever has two reasons to be refused hears
/// the one that tells least.
/// </summary>
public sealed partial class OrderOfRefusalTests(OrderOfRefusalTests.RefusalRoutes quay)
    : IClassFixture<OrderOfRefusalTests.RefusalRoutes>
{
    private static readonly (string Body, string Type, int Status)[] Unreadable =
    [
        ("{ not json", "application/json", 400), ("[]", "application/json", 400), ("{}", "text/plain", 415),
        (new string(' ', 1 << 20) + "{}", "application/json", 413),
    ];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public Task An_anonymous_request_gets_401_whatever_it_asks_for_or_sends() => EachOf(
        quay.Endpoints.Where(endpoint => endpoint.Least != "open"),
        endpoint => Ask(quay.Nobody, endpoint, quay.Address(endpoint, Guid.CreateVersion7()), "{ not json"),
        _ => [401]);

    [Fact]
    public Task A_missing_resource_gets_404_even_without_the_right_to_it() => EachOf(
        quay.Endpoints.Where(endpoint => LastId().IsMatch(quay.Address(endpoint))),
        endpoint =>
            Ask(quay.Alex, endpoint, LastId().Replace(quay.Address(endpoint), $"{Guid.CreateVersion7()}"),
                "{ not json"),
        _ => [404]);

    [Fact]
    public async Task A_missing_right_is_reported_before_the_body_is_read()
    {
        foreach (var (body, type, _) in Unreadable.Append(
            ("""{"name":{"x":1},"title":{"x":1}}""", "application/json", 0)))
        {
            await EachOf(quay.Endpoints.Where(endpoint => endpoint.Least is not ("open" or "member")),
                endpoint =>
                    Ask(quay.Alex, endpoint, quay.Address(endpoint) + (endpoint.Changes ? "" : "?limit=none"), body,
                        type),
                _ => [403]);
        }
    }

    [Fact]
    public async Task An_unreadable_body_is_reported_before_the_state_of_the_charter()
    {
        await quay.Cancel();
        foreach (var (body, type, status) in Unreadable) await EachOf(
            quay.Endpoints.Where(
                endpoint => endpoint.Changes && !endpoint.Route.StartsWith("/api/auth", StringComparison.Ordinal)),
            endpoint => Ask(quay.Olive, endpoint, quay.Address(endpoint), body, type), _ => [status]);
    }

    [Fact]
    public async Task An_invalid_field_is_reported_before_the_state_of_the_charter()
    {
        await quay.Cancel();
        var late = new List<string>();
        await EachOf(
            quay.Endpoints.Where(endpoint => quay.Asks(endpoint) is { Count: > 0 }),
            async endpoint =>
            {
                if (endpoint.IsOfACharter
                    && (int)(await Ask(
                        quay.Olive, endpoint, quay.Address(endpoint), quay.Sense(endpoint))).StatusCode is 409
                        or 412)
                    late.Add(endpoint.Route);
                return await Ask(quay.Olive, endpoint, quay.Address(endpoint),
                    new JsonObject(
                        quay.Asks(endpoint)!.Select(
                            field =>
                                KeyValuePair.Create<string, JsonNode?>(
                                    field, new JsonArray(new JsonArray())))).ToJsonString());
            },
            _ => [422]);

        // Else it would not have been too late for anything.
        Assert.True(late.Count >= 8, $"Only these: {string.Join(", ", late)}");
    }

    private static async Task EachOf(IEnumerable<RefusalRoutes.Endpoint> routes,
        Func<RefusalRoutes.Endpoint, Task<HttpResponseMessage>> ask, Func<RefusalRoutes.Endpoint, int[]> expected)
    {
        var (wrong, tried) = (new List<string>(), 0);
        foreach (var endpoint in routes)
        {
            using var response = await ask(endpoint);
            tried++;
            if (!expected(endpoint).Contains((int)response.StatusCode))
                wrong.Add($"{endpoint}: {(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(tried > 15, $"{tried}");
    }

    private Task<HttpResponseMessage> Ask(HttpClient client, RefusalRoutes.Endpoint endpoint, string address,
        string body, string type = "application/json") =>
        client.SendAsync(
            new(new(endpoint.Method),
                address) { Content = endpoint.Changes ? new StringContent(body, Encoding.UTF8, type) : null },
            HttpCompletionOption.ResponseHeadersRead, stop);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}(?!.*[0-9a-f]{8}-[0-9a-f-]{27})")]
    private static partial Regex LastId();

    /// <summary>A boat with one of everything, all doors for programs, and what each asks for.</summary>
    public sealed partial class RefusalRoutes : IAsyncLifetime
    {
        private RouteFixture fixture = null!;
        private JsonNode description = null!;

        public IReadOnlyList<Endpoint> Endpoints { get; } = [
            .. Repository.Lines("ShipCaptainCrew.Tests/RightsWalk.txt").Select(line => line.Split(' '))
            .Where(row => row is [_, var route, _] && route.StartsWith("/api/", StringComparison.Ordinal))
            .Select(row => new Endpoint(row[0], row[1], row[2]))];

        public HttpClient Nobody { get; private set; } = null!;

        /// <summary>A deckhand who is not on this charter: of all who are signed in, nobody may do less.</summary>
        public HttpClient Alex => fixture.Day.Cast.Alex.Api;

        /// <summary>An owner who signed in just now.</summary>
        public HttpClient Olive { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            fixture = await RouteFixture.Of(await CharterFixture.Begin());
            Nobody = fixture.Day.Ship.CreateClient();
            Olive = fixture.Day.Cast.Olive.Api;
            description = await Olive.Get("/openapi/v1.json").Json();
        }

        public ValueTask DisposeAsync() => fixture.Day.DisposeAsync();

        public string Address(Endpoint endpoint, Guid? id = null) => fixture.Address(endpoint.Route, id);

        /// <summary>Calls the charter off, too long ago to take it back.</summary>
        public async Task Cancel()
        {
            await Olive.Post($"{fixture.Day.Api}/cancel", new { reason = "Gale" }).Json();
            fixture.Day.Ship.Clock.Advance(TimeSpan.FromMinutes(16));
            Olive = await fixture.Day.Cast.Olive.SignInAgain(fixture.Day.Ship, fixture.Day.Cast.OperatorId);
        }

        /// <summary>The fields a door reads, by its own description.</summary>
        public IReadOnlyList<string>? Asks(Endpoint endpoint) => Schema(endpoint)?.Select(field => field.Key).ToList();

        /// <summary>A body that the door would take in good time.</summary>
        public string Sense(Endpoint endpoint) => endpoint.Route.Split('/')[^1] switch
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
            var schema =
                description["paths"]![Constraint()
                    .Replace(endpoint.Route,
                        "}")]?[endpoint.Method.ToLowerInvariant()]?["requestBody"]?["content"]?["application/json"]?["schema"];
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
