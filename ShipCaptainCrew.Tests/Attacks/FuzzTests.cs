using System.Text;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>
/// Sends random requests to random endpoints: 500 here, 10,000 with <c>SCC_LONG=1</c>. <c>SCC_SEED</c> repeats a run.
/// </summary>
public sealed class FuzzTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private static readonly int Seed =
        int.TryParse(Environment.GetEnvironmentVariable("SCC_SEED"), out var seed) ? seed : 20260704;

    private static readonly int Requests = AttackRounds.For(500, 10_000);

    private static readonly string[] Fields =
    [
        "name", "email", "title", "event_date", "departure_time", "return_time", "vessel_id", "captain_id", "items",
        "id", "state", "version", "roles", "schedule", "home_port", "latitude",
        "passenger_capacity", "reason", "at", "which", "guests", "topics", "needs", "minor", "token", "ask", "code",
        "crew", "reminder_hours", "signer_name", "consent", "signature", "children[0].name",
        "limit", "cursor", "from", "to", "status", "date", "time_zone", "where", "html", "qualifications", "publish",
        "guests_expected", "items[0].text", "a.b[1].c", "[", "]]", "__RequestVerificationToken",
    ];

    private static readonly string[] Values =
    [
        "", "null", "true", "0", "-1", "1e999", "NaN", "99999999999999999999", "0001-01-01", "9999-12-31", "2026-02-30",
        "2026-07-04T17:30", "2026-07-04T17:30:00+99:00", "00:00", "captain", "owner",
        "complete", "[]", "{}", "\"", "\0", "\u202E", "\uFFFF", "é", "🚢", "' OR 1=1 --", "<script>", "%00",
        "../../etc/passwd", "a@b.example", "a@b, c@d", "America/Los_Angeles", "Nowhere/Atlantis",
    ];

    private readonly Random random = new(Seed);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Random_requests_never_cause_a_server_error()
    {
        var routes = endpoints.All.Where(endpoint => !endpoint.IsFile && endpoint.Address is not "/sign-out").ToList();
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
            timeout.CancelAfter(TimeSpan.FromSeconds(30));

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

    private ByteArrayContent? Content(Endpoint endpoint, string token) =>
        !endpoint.Changes ? null : random.Next(6) switch
    {
        0 => Bytes(),
        1 =>
            new StringContent(Json(0), Encoding.UTF8,
                Any("application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data")),
        2 when endpoint.IsForPrograms => new StringContent(Json(0)[..^1], Encoding.UTF8, "application/json"),
        _ when endpoint.IsForPrograms => new StringContent(JsonObject(0), Encoding.UTF8, "application/json"),
        _ => Form(token),
    };

    private ByteArrayContent Bytes()
    {
        var bytes = new byte[random.Next(2000)];
        random.NextBytes(bytes);
        var type = Any("application/json", "application/octet-stream", "application/x-www-form-urlencoded");
        return new(bytes) { Headers = { ContentType = new(type) } };
    }

    private FormUrlEncodedContent Form(string token) =>
        new(Enumerable.Range(0, random.Next(12)).Select(_ => KeyValuePair.Create(Any(Fields), Any(Values)))
            .Append(new("__RequestVerificationToken", token)));

    private string Query() => random.Next(4) > 0 ? "" : "?" + string.Join('&', QueryParameters());

    private IEnumerable<string> QueryParameters() =>
        Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{Escaped(Any(Fields))}={Escaped(Any(Values))}");

    private string Json(int depth) => random.Next(depth > 4 ? 3 : 5) switch
    {
        0 => System.Text.Json.JsonSerializer.Serialize(Any(Values)),
        1 => Any("0", "-1", "1e999", "1.5", "true", "null", "12345678901234567890"),
        2 => $"\"{endpoints.Charter.VesselId}\"",
        3 => $"[{string.Join(',', Enumerable.Range(0, random.Next(4)).Select(_ => Json(depth + 1)))}]",
        _ => JsonObject(depth + 1),
    };

    private string JsonObject(int depth) =>
        "{" + string.Join(',', JsonProperties(depth)) + "}";

    private IEnumerable<string> JsonProperties(int depth) =>
        Enumerable.Range(0, random.Next(10)).Select(_ => Any(Fields)).Distinct()
            .Select(field => $"\"{field}\":{Json(depth + 1)}");

    private string Any(params string[] choices) => choices[random.Next(choices.Length)];

    private static string Escaped(string value) => Uri.EscapeDataString(value);
}
