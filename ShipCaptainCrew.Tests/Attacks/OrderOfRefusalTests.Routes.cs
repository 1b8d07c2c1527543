using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class OrderOfRefusalTests
{
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
