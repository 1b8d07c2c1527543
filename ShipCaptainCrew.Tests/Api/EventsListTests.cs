using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class EventsListTests(EventsListTests.NineCharters fixture)
    : IClassFixture<EventsListTests.NineCharters>
{
    [Theory]
    [InlineData("", "samoa, before, timeless, early, a, b, c, night, after")]
    [InlineData("from=2026-07-04", "samoa, timeless, early, a, b, c, night, after")]
    [InlineData("to=2026-07-03", "before")]
    [InlineData("from=2026-07-04&to=2026-07-04", "samoa, timeless, early, a, b, c, night")]
    [InlineData("from=2026-07-05&to=2026-07-04", "")]
    [InlineData("from=2026-07-05&status=scheduled", "after")]
    [InlineData("status=draft", "timeless")]
    [InlineData("status=", "samoa, before, timeless, early, a, b, c, night, after")]
    [InlineData("status=cancelled", "")]
    public async Task Charters_are_listed_by_departure_within_inclusive_local_dates(string query, string titles) =>
        Assert.Equal(titles, string.Join(", ", Titles(await List(query))));

    [Theory]
    [InlineData("limit", "0", "201", "-1", "many", "1.5", "1&limit=2")]
    [InlineData("from", "2026-13-01", "yesterday", "1999-12-31", "2026-07-04T00:00", "2100-01-01")]
    [InlineData("to", "04.07.2026", "2026-02-30")]
    [InlineData("status", "open", "Draft", "draft&status=scheduled")]
    [InlineData("cursor", "!!!", "AAAA", "%00", "bm9uc2Vuc2U")]
    public async Task Invalid_filters_are_refused_by_name(string name, params string[] values)
    {
        foreach (var value in values)
            Assert.NotNull((await fixture.Office.Get($"/api/events?{name}={value}").Json(422)).ErrorAt(name));
    }

    private async Task<JsonNode> List(string query) => await fixture.Office.Get($"/api/events?{query}").Json();

    private static IEnumerable<string> Titles(JsonNode page) =>
        page["items"]!.AsArray().Select(item => (string)item!["title"]!);

    /// <summary>
    /// Nine charters: on July 4 three with the same departure, one late at night, one early, one without a time, and
    /// one in Samoa; one on July 3 and one on July 5.
    /// </summary>
    public sealed class NineCharters : IAsyncLifetime
    {
        private readonly AppFixture app = new();

        public HttpClient Office { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            var queen = await app.Cast();
            Office = queen.Dana.Api;
            foreach (var (title, date, time) in new[] { ("before", "2026-07-03", "18:00"), ("a", "2026-07-04", "17:30"),
                ("b", "2026-07-04", "17:30"), ("c", "2026-07-04", "17:30"), ("night", "2026-07-04", "23:30"),
                ("after", "2026-07-05", "09:00"), ("early", "2026-07-04", "00:15") })
            {
                await queen.Plan(await queen.Vessel(title),
                    new() { ["title"] = title, ["event_date"] = date, ["departure_time"] = $"{date}T{time}" })
                    .Json(201);
            }

            await queen.Plan(await queen.Vessel("timeless"), new() { ["title"] = "timeless", ["publish"] = false })
                .Json(201);
            await queen.Plan(await queen.Vessel("samoa", timeZone: "Pacific/Apia"),
                new() { ["title"] = "samoa", ["departure_time"] = "12:00" })
                .Json(201);
        }

        public ValueTask DisposeAsync() => app.DisposeAsync();
    }
}
