using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Web;

public sealed partial class LimitsTests
{
    [Fact]
    public async Task A_person_can_open_five_streams_and_another_one_when_one_has_ended()
    {
        var (mine, stream) = (new List<EventStreamReader>(), $"/{queen.Slug}/stream");
        for (var i = 0; i < 5; i++)
            mine.Add(await EventStreamReader.Begin(i % 2 == 0 ? queen.Sam.Browser : queen.Sam.Api, stream));
        foreach (var reader in mine) await reader.Hear();

        await AssertTooMany(queen.Sam.Browser.With("Accept", "text/event-stream", HttpMethod.Get, stream), 60);
        await using var another = await EventStreamReader.Begin(queen.Kim.Browser, stream);
        await mine[0].DisposeAsync();

        await Waiting.Until(async () => (int)(await OpenStream(queen.Sam.Browser, stream)).StatusCode != 429);

        foreach (var reader in mine[1..]) await reader.DisposeAsync();
    }

    [Fact]
    public async Task The_streams_of_one_address_are_limited_over_all_people()
    {
        await using var limited =
            new AppFixture { KeepsLimits = true, Settings = { ["Limits:StreamsByAddress"] = "3" } };
        var (cast, open) = (await limited.Cast(), new List<EventStreamReader>());
        foreach (var user in new[] { cast.Kim, cast.Max, cast.Sam })
            open.Add(await EventStreamReader.Begin(user.Browser, $"/{cast.Slug}/stream"));

        await AssertTooMany(OpenStream(cast.Alex.Browser, $"/{cast.Slug}/stream"), 60);
        Assert.Equal(200, (int)(await cast.Alex.Browser.Get($"/{cast.Slug}")).StatusCode);

        foreach (var stream in open) await stream.DisposeAsync();
    }

    private static async Task<HttpResponseMessage> OpenStream(HttpClient browser, string stream)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, stream);
        request.Headers.Accept.ParseAdd("text/event-stream");
        var response = await browser.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        if (response.IsSuccessStatusCode) response.Dispose();
        return response;
    }
}
