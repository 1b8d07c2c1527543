using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// Sends random requests to random endpoints: 500 here, 10,000 with <c>SCC_LONG=1</c>. <c>SCC_SEED</c> repeats a run.
/// </summary>
public sealed partial class FuzzTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("SCC_SEED"), out var seed) ? seed : 20260704;

    private static readonly int Requests = LongRun.Count(500, 10_000);

    private readonly Random random = new(Seed);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Random_requests_never_cause_a_server_error()
    {
        var routes = endpoints.All.Where(endpoint => !endpoint.IsFile && endpoint.Address is not "/sign-out"
            && !endpoint.SignsOut).ToList();
        var (olive, dana) = (endpoints.Queen.Olive, endpoints.Queen.Dana);
        var page = await olive.Browser.Page($"/{endpoints.Queen.Slug}/me");
        var token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        foreach (var i in Enumerable.Range(0, Requests))
        {
            var endpoint = routes[random.Next(routes.Count)];
            var (client, content) = (endpoint.IsForPrograms ? dana.Api : olive.Browser, Content(endpoint, token));
            var body = content is null ? "" : await content.ReadAsStringAsync(stop);
            var description = $"seed {Seed}, request {i}: {endpoint} {body}";
            using var request = new HttpRequestMessage(new(endpoint.Method), endpoint.Address + Query());
            request.Content = content;
            if (random.Next(8) == 0)
                request.Headers.TryAddWithoutValidation(
                    Any("If-Match", "If-None-Match", "Last-Event-ID", "Idempotency-Key", "HX-Request", "Accept",
                        "Range"),
                    Escaped(Any(Values)));
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
            timeout.CancelAfter(Waiting.Limit);

            using var response =
                await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);

            Assert.True((int)response.StatusCode < 500, $"{(int)response.StatusCode} after {description}");
            if (response.Content.Headers.ContentType?.MediaType != "text/event-stream")
                await response.Content.ReadAsStringAsync(timeout.Token);
        }

        using var file = SqliteFile.Open(Path.Combine(endpoints.App.Folder, StoragePaths.DatabaseName));
        Assert.Null(DatabaseVerification.OfLog(file));
        Assert.Equal("ok", file.Scalar<string>("PRAGMA integrity_check(1)"));
    }

    private string Any(params string[] choices) => choices[random.Next(choices.Length)];

    private static string Escaped(string value) => Uri.EscapeDataString(value);
}
