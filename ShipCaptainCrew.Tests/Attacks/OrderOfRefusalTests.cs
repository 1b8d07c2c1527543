using System.Text;
using System.Text.RegularExpressions;

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
        {
            var missing = LastId().Replace(routes.Address(endpoint), $"{Guid.CreateVersion7()}");
            return Send(routes.Alex, endpoint, missing, "{ not json");
        },
        _ => [404]);

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
}
