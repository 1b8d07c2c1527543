using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class EventsApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    private HttpClient Dana => Queen.Dana.Api;

    [Fact]
    public async Task The_office_plans_a_charter_and_a_deckhand_claims_a_position()
    {
        var made = await Queen.Plan(
            await Queen.Vessel(), new() { ["departure_time"] = "2026-07-04T17:30", ["return_time"] = "20:00" });
        var charter = await Task.FromResult(made).Json(201);
        Assert.Equal($"/api/events/{charter["id"]}", made.Headers.Location?.ToString());
        Assert.Equal("scheduled", (string?)charter["status"]);
        Assert.Equal("2026-07-05T00:30:00Z", (string?)charter["departure_time"]);

        var claimed = await Queen.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();

        Assert.Contains(claimed["roles"]!.AsArray(), position => (string?)position!["member"]?["name"] == "Sam");
    }

    [Fact]
    public async Task A_charter_has_every_field_of_the_contract()
    {
        var type = await Queen.Type("Sunset sail", PlanningSteps.AtHalfPastFour, new(1, 1, 1),
            await Queen.Template("Before departure", "Lines"));
        var charter = await Queen.Plan(await Queen.Vessel(), new()
        {
            ["charter_type_id"] = type, ["event_date"] = "2026-07-12", ["title"] = "Cole party",
            ["meeting_point"] = "Pier 3", ["guests_arrive_at"] = "16:00", ["reference"] = "R-7",
            ["contact"] =
                new JsonObject { ["name"] = "Ben Cole", ["email"] = "ben@example.com", ["phone"] = "+1 619 555 0123" },
            ["guests_expected"] = 8, ["notes"] = "Cake at sunset",
            ["crew"] = new JsonArray(new JsonObject { ["role"] = "deckhand", ["member_id"] = Queen.Sam.MemberId }),
        }).Json(201);

        Assert.Equal(
            ["id", "vessel_id", "event_date", "captain_id", "charter_type_id", "title", "departure_time", "return_time",
                "meeting_point", "guests_arrive_at", "contact", "reference",
             "guests_expected", "notes", "status", "cancel_reason", "override_reason", "close_reason",
             "reminder_hours", "nudged_at",
             "version", "revision", "timing", "roles", "checklists", "guests", "warnings"],
            charter.AsObject().Select(field => field.Key));
        Assert.Equal(["captain claimed", "first_mate unassigned", "deckhand claimed"],
            charter["roles"]!.AsArray().Select(position => $"{position!["role"]} {position["status"]}"));
        Assert.All(charter["roles"]!.AsArray(), place => Assert.Null(place!["confirmed_at"]));
        Assert.Equal(["id", "text", "required", "state", "version", "changed_by", "changed_at"],
            charter["checklists"]![0]!["items"]![0]!.AsObject().Select(field => field.Key));
        Assert.True(
            JsonNode.DeepEquals(JsonNode.Parse("""{ "pending": 1, "in_progress": 0, "complete": 0 }"""),
                charter["checklists"]![0]!["progress"]));
        Assert.Equal("2026-07-12T23:00:00Z", (string?)charter["guests_arrive_at"]);
        Assert.Equal(charter.ToJsonString(), (await Dana.Get($"/api/events/{charter["id"]}").Json()).ToJsonString());
    }

    [Fact]
    public async Task A_conditional_request_gets_304_until_something_shown_changes()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        var max = await TestUser.Create(fixture.Ship, Queen.OperatorId, Queen.Slug, "Maxine",
            ShipCaptainCrew.Domain.Crew.MemberRole.Crew, ShipCaptainCrew.Domain.Crew.CrewRole.FirstMate);
        await max.Api.Post($"{address}/roles/first_mate/claim").Json();
        var tag = (await Dana.Get(address)).Headers.ETag!.ToString();
        Assert.Equal(304, (int)(await IfNew(Dana)).StatusCode);
        Assert.Equal(200, (int)(await IfNew(Queen.Olive.Api)).StatusCode);

        await max.Api.Put($"/api/members/{max.MemberId}", new { name = "Max the Second" }).Json();
        Assert.Contains("Max the Second", (await IfNew(Dana).Json()).ToJsonString(), StringComparison.Ordinal);

        Task<HttpResponseMessage> IfNew(HttpClient client) =>
            client.With("If-None-Match", tag, HttpMethod.Get, address);
    }

    [Fact]
    public async Task Timing_shows_the_charters_times_and_sun_times()
    {
        var vessel =
            await Queen.Vessel(homePort: new { name = "Harbor Island", latitude = 32.7157, longitude = -117.1611 });
        var type = await Queen.Type("Harbor tour",
            PlanningSteps.AtHalfPastFour with { CallMinutesBefore = 90, BoardingMinutesBefore = 20 });
        var charter = await Queen.Plan(vessel, new() { ["charter_type_id"] = type, ["event_date"] = "2026-07-05" })
            .Json(201);

        var timing = await Queen.Alex.Api.Get($"/api/events/{charter["id"]}/timing").Json();

        Assert.Equal(
            ["time_zone", "call_time", "boarding_time", "departure_time", "return_time", "actual_departure",
                "actual_return", "sunrise", "sunset", "civil_dusk", "warnings"],
            timing.AsObject().Select(field => field.Key));
        Assert.Equal(("America/Los_Angeles", "2026-07-05T22:00:00Z", "2026-07-05T23:10:00Z", "2026-07-05T23:30:00Z"),
            ((string?)timing["time_zone"], (string?)timing["call_time"], (string?)timing["boarding_time"],
                (string?)timing["departure_time"]));
        Assert.StartsWith("2026-07-06T03:00", (string?)timing["sunset"], StringComparison.Ordinal);
        Assert.StartsWith("2026-07-05T12:4", (string?)timing["sunrise"], StringComparison.Ordinal);
    }
}
