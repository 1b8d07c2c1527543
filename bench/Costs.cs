using System.Globalization;
using System.Net.Http.Json;
using System.Text;

namespace Bench;

/// <summary>
/// Measures the processor time of the server for each request that needs no sign-in, with a valid and with an invalid
/// link or input. The server runs in a process of its own, in Production, without rate limits. Endpoints that are not
/// measured are listed at the end.
/// </summary>
internal static class Costs
{
    private const int Warmup = 100;
    private const int Each = 200;

    public static async Task Run()
    {
        await using var server = await CostServer.Start();
        var (measured, client) = (new HashSet<string>(), server.Anonymous);
        foreach (var cost in await Requests(server))
        {
            measured.Add(cost.Endpoint);
            Console.WriteLine(await Measure(server, client, cost));
        }

        foreach (var endpoint in (await server.AnonymousEndpoints()).Except(measured))
            Console.WriteLine($"not measured: {endpoint}");
    }

    private static async Task<string> Measure(CostServer server, HttpClient client, Cost cost)
    {
        var status = 0;
        for (var i = 0; i < Warmup; i++) status = await Send(client, cost);
        var before = server.ProcessorTime;
        for (var i = 0; i < Each; i++) await Send(client, cost);
        var time = (server.ProcessorTime - before).TotalMilliseconds / Each;
        return string.Create(CultureInfo.InvariantCulture, $"{time,7:F2} ms  {status}  {cost.Endpoint}: {cost.What}");
    }

    private static async Task<int> Send(HttpClient client, Cost cost)
    {
        using var request = cost.Request();
        using var answer = await client.SendAsync(request);
        await answer.Content.ReadAsByteArrayAsync();
        return (int)answer.StatusCode;
    }

    private static async Task<IReadOnlyList<Cost>> Requests(CostServer server)
    {
        var sun = "/api/sun?latitude=32.7&longitude=-117.2&date=2026-07-04";
        var form = await server.AnonymousForm("/sign-in");
        var megabyte = new string('a', 1_000_000);
        List<Cost> costs =
        [
            Get("/"), Get("/healthz/live"), Get("/healthz/ready"), Get("/openapi/v1.json"),
            Get("/api/sun", sun, "a day"), Get("/api/sun", "/api/sun", "nothing asked"),
            Get("/api/sun", $"/api/sun?{Fields(1000, "")}", "1000 fields"),
            Get("/sign-in"), Get("/sign-in/sent"), Get("/sign-out"), Get("/no/where"), Get("/base.css"),
            Get("/api/me", "/api/me", "no token"),
            Get("/api/me", "/api/me", "a token of 8 KB", ("Authorization", $"Bearer {new string('a', 8000)}")),
            Get("/sign-in", "/sign-in", "a cookie of 8 KB", ("Cookie", $"scc-session={new string('a', 8000)}")),
            Json("/api/auth/magic-links", "an unknown address", new { email = "nobody@nowhere.example" }),
            Json("/api/auth/magic-links", "a known address", new { email = CostServer.Owner }),
            Json("/api/auth/magic-links", "1 MB of text", new { email = megabyte }),
            Json("/api/auth/tokens", "an unknown token", new { token = "guess", ask = "guess" }),
            Json("/api/auth/tokens", "1 MB of numbers", new { token = Enumerable.Repeat(1, 490_000) }),
            Json("/api/auth/tokens", "20,000 fields", Enumerable.Range(0, 20_000).ToDictionary(i => $"a{i}", i => i)),
            Form("/sign-in", "an unknown address", form, "email=nobody@nowhere.example"),
            Form("/sign-in", "1 MB in one field", form, $"email={megabyte}"),
            Form("/sign-in", "900 fields of 500 parts", form,
                Fields(900, string.Concat(Enumerable.Repeat(".b", 500)))),
            Form("/sign-in/sent", "a wrong code", form, "code=GUESS000"),
            Form("/sign-out", "nobody signed in", form, ""),
            Form("/sign-in?handler=Ask", "a passkey request", form, ""),
            Form("/sign-in?handler=Passkey", "an invalid passkey", form, "credential={}"),
        ];
        foreach (var (route, address) in await server.Links())
        {
            var unknown = address[..(address.LastIndexOf('/') + 1)] + new string('x', 43);
            costs.Add(Get(route, address, "a valid link"));
            costs.Add(Get(route, unknown, "an unknown link"));
            costs.Add(Form(route, "an unknown link", form, "", unknown));
            costs.Add(Form(route, "a valid link, nothing filled in", form, "", address));
        }

        return costs;
    }

    private static string Fields(int count, string end) =>
        string.Concat(Enumerable.Range(0, count).Select(i => $"a{i}{end}=1&"));

    private static Cost Get(string path) => Get(path, path, "");

    private static Cost Get(string route, string address, string what, (string Name, string Value)? header = null) =>
        new($"GET {route}", what, () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (header is var (name, value)) request.Headers.TryAddWithoutValidation(name, value);
            return request;
        });

    private static Cost Json(string path, string what, object body) => new($"POST {path}", what, () =>
        new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) });

    /// <param name="form">The antiforgery cookie and field of a form.</param>
    private static Cost Form(
        string route, string what, (string Cookie, string Field) form, string fields, string? address = null) =>
        new($"POST {route}", what, () =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, address ?? route);
            request.Headers.TryAddWithoutValidation("Cookie", form.Cookie);
            request.Content = new StringContent(
                $"{form.Field}&{fields}", Encoding.UTF8, "application/x-www-form-urlencoded");
            return request;
        });

    private sealed record Cost(string Endpoint, string What, Func<HttpRequestMessage> Request);
}
