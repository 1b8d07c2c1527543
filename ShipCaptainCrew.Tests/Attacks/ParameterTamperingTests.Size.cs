using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Attacks;

public sealed partial class ParameterTamperingTests
{
    [Fact]
    public async Task Input_that_is_too_long_too_large_or_too_deep_is_refused()
    {
        var office = endpoints.Queen.Dana.Api;
        await office.Post("/api/vessels", new { name = new string('a', 100_000), passenger_capacity = 6 }).Json(422);
        await office.Post("/api/checklist-templates",
            new { name = "Endless", phase = "pre_departure",
                items = Enumerable.Repeat(new { text = "One more" }, 5_000) })
            .Json(422);
        await office.Post("/api/vessels", Enumerable.Range(0, 10_000).ToDictionary(i => $"key{i}", i => i)).Json(422);
        await office.Post(
            "/api/waiver-templates", new { name = "Deep", html = string.Concat(Enumerable.Repeat("<div>", 20_000)) })
            .Json(422);
        using var compressed = new ByteArrayContent([0x1f, 0x8b, 8, 0]);
        compressed.Headers.ContentType = new("application/json");
        compressed.Headers.ContentEncoding.Add("gzip");
        using var response = await office.PostAsync("/api/vessels", compressed, stop);
        Assert.InRange((int)response.StatusCode, 400, 422);
    }

    [Theory]
    [InlineData("If-Match", "W/\"x\"", 412)]
    [InlineData("If-Match", "\"-1\"", 412)]
    [InlineData("If-Match", "\"99999999999999999999\"", 412)]
    [InlineData("Idempotency-Key", "€ûñ", 200)]
    public async Task An_invalid_header_causes_no_server_error(string header, string value, int status) =>
        await endpoints.Queen.Dana.Api
            .With(header, value, HttpMethod.Put, endpoints.Charter.Api, new { notes = "Bring ice" })
            .Json(status);
}
