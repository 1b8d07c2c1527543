using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>The short form of the list of charters.</summary>
public sealed class EventSummaryTests
{
    private const string Summary = "/api/events?view=summary";

    [Fact]
    public async Task A_summary_has_what_a_list_shows_of_a_charter()
    {
        await using var day = await CharterFixture.Begin();
        await day.Guest("Ben Cole");
        var charter = await day.Cast.Dana.Api.Get(day.Api).Json();

        var summary = Assert.Single((await day.Cast.Sam.Api.Get(Summary).Json())["items"]!.AsArray())!;

        Assert.True(JsonNode.DeepEquals(new JsonObject
        {
            ["id"] = day.CharterId,
            ["title"] = "Sunset sail",
            ["status"] = "scheduled",
            ["event_date"] = "2026-07-04",
            ["departure_time"] = "2026-07-05T00:30:00Z",
            ["return_time"] = "2026-07-05T03:00:00Z",
            ["vessel"] = new JsonObject { ["id"] = day.VesselId, ["name"] = "Aurora" },
            ["captain"] = new JsonObject { ["id"] = day.Cast.Kim.MemberId, ["name"] = "Kim" },
            ["open_roles"] = charter["roles"]!.AsArray().Count(role => role!["member"] is null),
            ["guests"] = charter["guests"]!.DeepClone(),
            ["revision"] = (long)charter["revision"]!,
        }, summary), $"{summary}");
        Assert.Equal((2, 1), ((int)summary["open_roles"]!, (int)summary["guests"]!["listed"]!));
    }

    [Fact]
    public async Task A_charter_without_a_captain_has_none_in_its_summary_and_one_more_open_role()
    {
        await using var day = await CharterFixture.Begin();
        await day.Cast.Dana.Api.Post($"{day.Api}/roles/captain/release", new { member_id = day.Cast.Kim.MemberId })
            .Json();

        var summary = (await day.Cast.Sam.Api.Get(Summary).Json())["items"]![0]!;

        Assert.Equal((null, 3), (summary["captain"], (int)summary["open_roles"]!));
    }

    [Fact]
    public async Task Summaries_are_filtered_paged_and_sorted_like_charters()
    {
        await using var day = await CharterFixture.Begin();
        CopiedRows.EarlierCharters(day.Ship.Database, 1, 5);
        var api = day.Cast.Sam.Api;
        foreach (var query in new[] { "", "&limit=2", "&status=closed", "&from=2026-07-01&to=2026-07-03", "&limit=6" })
        {
            var (full, summary) = (await api.Get($"/api/events?{query}").Json(), await api.Get(Summary + query).Json());

            Assert.Equal(Ids(full), Ids(summary));
            Assert.Equal((string?)full["next_cursor"], (string?)summary["next_cursor"]);
        }

        static IEnumerable<string> Ids(JsonNode page) => page["items"]!.AsArray().Select(item => (string)item!["id"]!);
    }

    [Fact]
    public async Task Summaries_need_the_same_queries_for_one_charter_and_for_many_and_leave_drafts_to_the_office()
    {
        await using var day = await CharterFixture.Begin();
        var one = await day.Ship.Queries.During(() => day.Cast.Sam.Api.GetAsync(Summary));
        CopiedRows.EarlierCharters(day.Ship.Database, 1, 40);
        await day.Cast.Plan(await day.Cast.Vessel("Luna"), new() { ["title"] = "Secret", ["publish"] = false })
            .Json(201);

        Assert.Equal(one, await day.Ship.Queries.During(() => day.Cast.Sam.Api.GetAsync(Summary)));
        Assert.DoesNotContain("Secret", $"{await day.Cast.Sam.Api.Get(Summary).Json()}", StringComparison.Ordinal);
        Assert.Contains("Secret", $"{await day.Cast.Dana.Api.Get(Summary).Json()}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_is_described_and_another_view_is_refused()
    {
        await using var day = await CharterFixture.Begin();
        var api = day.Cast.Sam.Api;
        var document = JsonNode.Parse(await api.GetStringAsync("/openapi/v1.json"))!;
        var get = document["paths"]!["/api/events"]!["get"]!;
        var body = get["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;

        foreach (var view in new[] { "summary", "full" })
        {
            var page = await api.Get($"/api/events?view={view}").Json();
            Assert.Empty(new OpenApiSchema(document).Faults(page, body));
        }

        Assert.Contains(get["parameters"]!.AsArray(), parameter => (string?)parameter!["name"] == "view");
        Assert.NotNull((await api.Get("/api/events?view=short").Json(422)).ErrorAt("view"));
    }
}
