using System.Text.Json.Nodes;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class OrderOfRefusalTests
{
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
}
