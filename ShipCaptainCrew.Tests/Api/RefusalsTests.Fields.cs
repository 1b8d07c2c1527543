using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class RefusalsTests
{
    [Fact]
    public async Task An_invalid_field_is_refused_before_a_stale_version()
    {
        var charter = await fixture.Charter();
        await fixture.Queen.Dana.Api.Put($"/api/events/{charter["id"]}", new { title = "Changed" }).Json();

        var invalid = await IfMatch("\"1\"", new { guests_expected = -1 }).Json(422);
        var stale = await IfMatch("\"1\"", new { guests_expected = 4 }).Json(412);

        Assert.Equal(["guests_expected"], invalid["errors"]!.AsObject().Select(field => field.Key));
        Assert.Equal(("stale", 2), ((string?)stale["code"], (int?)stale["version"]));

        Task<HttpResponseMessage> IfMatch(string version, object body) =>
            fixture.Queen.Dana.Api.With("If-Match", version, HttpMethod.Put, $"/api/events/{charter["id"]}", body);
    }

    [Fact]
    public async Task Unqualified_crew_is_refused_before_an_overlap_of_the_vessel()
    {
        var vessel = await fixture.Queen.Vessel("Borealis");
        var charter = (await fixture.Queen.Plan(vessel, "2026-07-04T10:00", "2026-07-04T12:00").Json(201)).Id();
        var later = (await fixture.Queen.Plan(vessel, "2026-07-04T14:00", "2026-07-04T16:00").Json(201)).Id();
        var clash = new JsonObject { ["departure_time"] = "2026-07-04T11:00",
            ["crew"] =
                new JsonArray(
                    new JsonObject { ["role"] = "first_mate", ["member_id"] = fixture.Queen.Sam.MemberId }) };
        var crowd =
            new JsonObject { ["departure_time"] = "2026-07-04T11:00", ["manning"] = new JsonObject { ["deckhand"] = 0 },
                ["crew"] = new JsonArray(
                    new JsonObject { ["role"] = "deckhand", ["member_id"] = fixture.Queen.Sam.MemberId }) };

        Assert.Equal("Sam is not qualified as first mate.",
            (await fixture.Queen.Plan(vessel, clash).Json(422)).ErrorAt("crew[0].member_id"));
        Assert.Equal("Sam is not qualified as first mate.",
            (await fixture.Queen.Dana.Api.Put($"/api/events/{later}", clash).Json(422)).ErrorAt("crew[0].member_id"));
        Assert.NotNull((await fixture.Queen.Plan(vessel, crowd).Json(422)).ErrorAt("crew[0].member_id"));
        clash.Remove("crew");
        Assert.Equal(
            $"{charter}", (string?)(await fixture.Queen.Plan(vessel, clash).Json(409))["conflicts_with"]!["id"]);
    }

    [Fact]
    public async Task An_unknown_id_and_one_of_another_operator_are_refused_alike()
    {
        var theirs = new
        {
            vessel = await fixture.Strangers.Vessel(),
            type = await fixture.Strangers.Type("Theirs", PlanningSteps.AtHalfPastFour),
            member = fixture.Strangers.Kim.MemberId,
            template = await fixture.Strangers.Template("Theirs", "One"),
        };
        var charter = await fixture.Charter();
        var mine = $"/api/events/{charter["id"]}";
        var calls = new (string Field, string Method, string Address, Func<Guid, object> Body)[]
        {
            ("vessel_id", "POST", "/api/events",
                id => new { vessel_id = id, event_date = "2026-07-04", captain_id = fixture.Queen.Kim.MemberId }),
            ("captain_id", "POST", "/api/events",
                id => new { vessel_id = fixture.Aurora, event_date = "2026-07-04", captain_id = id }),
            ("charter_type_id", "POST", "/api/events",
                id =>
                    new { vessel_id = fixture.Aurora, event_date = "2026-07-04",
                        captain_id = fixture.Queen.Kim.MemberId, charter_type_id = id }),
            ("crew[0].member_id", "POST", "/api/events",
                id =>
                    new { vessel_id = fixture.Aurora, event_date = "2026-07-04",
                        captain_id = fixture.Queen.Kim.MemberId,
                        crew = new[] { new { role = "deckhand", member_id = id } } }),
            ("vessel_id", "PUT", mine, id => new { vessel_id = id }),
            ("captain_id", "PUT", mine, id => new { captain_id = id }),
            ("charter_type_id", "PUT", mine, id => new { charter_type_id = id }),
            ("template_id", "POST", $"{mine}/checklists", id => new { template_id = id }),
            ("member_id", "POST", $"{mine}/roles/deckhand/claim", id => new { member_id = id }),
            ("member_id", "POST", $"{mine}/roles/deckhand/release", id => new { member_id = id }),
        };
        foreach (var (field, method, address, body) in calls)
        {
            var foreign = field switch { "vessel_id" => theirs.vessel, "charter_type_id" =>
                theirs.type, "template_id" => theirs.template, _ => theirs.member };
            var answers = new List<string?>();
            foreach (var id in new[] { foreign, Guid.CreateVersion7(), Guid.Empty })
            {
                answers.Add(
                    (await fixture.Queen.Dana.Api
                        .SendAsync(
                            new(new(method), address) { Content = System.Net.Http.Json.JsonContent.Create(body(id)) },
                            stop)
                        .Json(422)).ErrorAt(
                        field));
            }

            Assert.NotNull(answers[0]);
            Assert.Single(answers.Distinct());
        }

        Assert.True(JsonNode.DeepEquals(charter, await fixture.Queen.Dana.Api.Get(mine).Json()));
    }
}
