using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

/// <summary>Tests that somebody without an account learns neither who has one nor how the server is built.</summary>
public sealed partial class BruteForceTests(Endpoints endpoints) : IClassFixture<Endpoints>
{
    private static readonly string[] HiddenPaths =
    [
        "/dev/mail", "/dev/api", "/dev/sign-in", "/appsettings.json", "/data/shipcaptaincrew.db", "/keys/jwt.key",
        "/shipcaptaincrew.db", "/.git/config", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/keys/jwt.key",
        "/%2e%2e%5c%2e%2e%5cappsettings.json", "//etc/passwd",
        "/app.js/..%2f..%2fShipCaptainCrew.dll", "/file:%2f%2f/etc/passwd", "/sign-in/..%2f..%2fkeys%2fjwt.key",
        "/waivers/..%2f..%2fkeys%2fjwt.key", "/party/%2e%2e%2f",
        "/openapi/..%2f..%2fappsettings.json",
    ];

    /// <summary>Parts of settings, files, development pages and stack traces.</summary>
    private static readonly string[] InternalTexts =
        ["Logging", "root:", "SQLite format", "Scalar", "   at ", "Microsoft.", Repository.PathTo("")];

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Files_and_development_pages_are_not_served_in_Production()
    {
        await using var production = new AppFixture();
        production.Settings["environment"] = "Production";
        using var anonymous =
            production.CreateClient(new() { AllowAutoRedirect = false, BaseAddress = new("https://ship.test") });
        foreach (var (path, method) in HiddenPaths.SelectMany(
            path => new[] { "GET", "POST", "TRACE" }.Select(method => (path, method))))
        {
            using var response = await anonymous.SendAsync(new(new(method), "https://ship.test" + path), stop);
            Assert.True(
                (int)response.StatusCode is 302 or 400 or 401 or 403 or 404 or 405 or 429
                    || path.StartsWith("/sign-in/", StringComparison.Ordinal),
                $"{method} {path}: {(int)response.StatusCode}");
            var body = await response.Content.ReadAsStringAsync(stop);
            foreach (var internalText in InternalTexts)
                Assert.DoesNotContain(internalText, body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_stream_never_contains_events_of_another_operator_whatever_id_it_resumes_from()
    {
        foreach (var id in new[] { null, "1", "-1", "99999999999999999999", "x" })
        {
            await using var stream = await EventStreamReader.Begin(endpoints.Robin.Api, "/strangers/stream", id);
            await stream.Hear();
            for (var i = 0; i < LongRun.Count(5, 200); i++)
                await endpoints.Queen.Dana.Api.Put(endpoints.Charter.Api, new { notes = $"{id} {i}" }).Json();
            await endpoints.Robin.Api.Post("/api/vessels", new { name = $"Robin's {id}", passenger_capacity = 6 })
                .Json(201);

            var first = (await stream.Next())!.Value;

            Assert.DoesNotContain($"{endpoints.Charter.CharterId}", first.Data, StringComparison.Ordinal);
            Assert.DoesNotContain("charter.", first.Data, StringComparison.Ordinal);
        }
    }
}
