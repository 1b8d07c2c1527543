using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed class EventsApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    private HttpClient Dana => Queen.Dana.Api;

    [Fact]
    public async Task The_office_plans_a_charter_and_a_deckhand_claims_a_position()
    {
        var made =
            await Queen.Plan(
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
        var type =
            await Queen.Type("Sunset sail", PlanningSteps.AtHalfPastFour, new(1, 1, 1),
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
             "guests_expected", "notes", "status", "cancel_reason", "override_reason", "reminder_hours", "nudged_at",
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
    public async Task A_draft_is_visible_only_to_the_office_until_it_is_published()
    {
        var draft = await fixture.Charter(new() { ["publish"] = false });
        var address = $"/api/events/{draft["id"]}";
        Assert.Equal("draft", (string?)draft["status"]);
        foreach (var call in new[] { address, $"{address}/timing", $"{address}/log", $"{address}/stream" })
            await Queen.Kim.Api.Get(call).Json(404);
        await Queen.Kim.Api.Post($"{address}/roles/captain/claim").Json(404);
        Assert.DoesNotContain(draft.Id(), await Ids(Queen.Kim, "limit=200"));
        Assert.Contains(draft.Id(), await Ids(Queen.Dana, "status=draft&limit=200"));

        Assert.Equal("scheduled", (string?)(await Dana.Post($"{address}/publish").Json())["status"]);
        var again = await Dana.Post($"{address}/publish").Json();

        Assert.Equal(
            (string?)(await Queen.Kim.Api.Get(address).Json())["revision"]?.ToString(), again["revision"]!.ToString());
    }

    [Fact]
    public async Task An_edit_may_publish_a_draft()
    {
        var draft = await fixture.Charter(new() { ["publish"] = false });

        var published = await Dana.Put($"/api/events/{draft["id"]}", new { title = "Ready", publish = true }).Json();

        Assert.Equal(("scheduled", "Ready"), ((string?)published["status"], (string?)published["title"]));
        Assert.NotNull(
            (await Dana.Put($"/api/events/{draft["id"]}", new { publish = "perhaps" }).Json(422)).ErrorAt("publish"));
    }

    [Fact]
    public async Task A_conditional_request_gets_304_until_something_shown_changes()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        var max =
            await TestUser.Create(fixture.Ship, Queen.OperatorId, Queen.Slug, "Maxine",
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
    public async Task Only_a_draft_can_be_removed()
    {
        var draft = await fixture.Charter(new() { ["publish"] = false });
        var published = await fixture.Charter();

        Assert.Equal(
            "not_a_draft", (string?)(await Dana.DeleteAsync($"/api/events/{published["id"]}").Json(409))["code"]);
        Assert.Empty(await (await Dana.DeleteAsync($"/api/events/{draft["id"]}")).Content.ReadAsStringAsync());
        await Dana.Get($"/api/events/{draft["id"]}").Json(404);
        await Dana.DeleteAsync($"/api/events/{draft["id"]}").Json(404);
    }

    [Fact]
    public async Task A_charter_is_cancelled_once_with_a_reason_and_then_cannot_be_changed()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        Assert.NotNull((await Dana.Post($"{address}/cancel").Json(422)).ErrorAt("reason"));
        var cancelled = await Dana.Post($"{address}/cancel", new { reason = "Gale warning" }).Json();
        Assert.Equal(
            ("cancelled", "Gale warning"), ((string?)cancelled["status"], (string?)cancelled["cancel_reason"]));

        var again = await Dana.Post($"{address}/cancel", new { reason = "Another reason" }).Json();

        Assert.True(JsonNode.DeepEquals(cancelled, again));
        Assert.Equal(("wrong_state", "cancelled"), Conflict(await Dana.Post($"{address}/publish").Json(409)));
        Assert.Equal(
            ("charter_closed", "cancelled"), Conflict(await Dana.Put(address, new { title = "Late" }).Json(409)));
        Assert.Equal(("charter_closed", "cancelled"),
            Conflict(await Queen.Sam.Api.Post($"{address}/roles/deckhand/claim").Json(409)));
    }

    [Fact]
    public async Task Only_the_office_plans_and_only_mates_captains_and_the_office_cancel()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        await Queen.Max.Api.Post($"{address}/roles/first_mate/claim").Json();
        await Queen.Sam.Api.Post($"{address}/roles/deckhand/claim").Json();

        foreach (var user in new[] { Queen.Kim, Queen.Max, Queen.Sam, Queen.Alex })
        {
            await user.Api.Post("/api/events", new { }).Json(403);
            await user.Api.Put(address, new { title = "Mine" }).Json(403);
            await user.Api.DeleteAsync(address).Json(403);
            await user.Api.Post($"{address}/publish").Json(403);
        }

        await Queen.Alex.Api.Post($"{address}/cancel", new { reason = "No" }).Json(403);
        await Queen.Sam.Api.Post($"{address}/cancel", new { reason = "No" }).Json(403);
        await Queen.Max.Api.Post($"{address}/cancel", new { reason = "Storm" }).Json();
    }

    [Theory]
    [InlineData("\"2\"", 200)]
    [InlineData("2", 200)]
    [InlineData("*", 200)]
    [InlineData("\"1\"", 412)]
    [InlineData("\"3\"", 412)]
    [InlineData("W/\"2\"", 412)]
    [InlineData("\"1\", \"2\"", 412)]
    [InlineData("anything", 412)]
    [InlineData("\"99999999999999999999\"", 412)]
    public async Task An_edit_of_an_older_version_is_refused(string ifMatch, int status)
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        Assert.Equal(2, (int?)(await Dana.Put(address, new { title = "Second" }).Json())["version"]);

        await Dana.With("If-Match", ifMatch, HttpMethod.Put, address, new { notes = "Third" }).Json(status);

        Assert.Equal(status == 200 ? "Third" : null, (string?)(await Dana.Get(address).Json())["notes"]);
    }

    [Fact]
    public async Task Fields_that_cannot_be_set_are_ignored()
    {
        var charter = await fixture.Charter();
        var changed = await Dana.Put($"/api/events/{charter["id"]}", new
        {
            title = "Changed", id = Guid.Empty, operator_id = fixture.Strangers.OperatorId, status = "closed",
            version = 99, revision = 99, publish = false, roles = new[] { 1 }, nonsense = "x",
        }).Json();

        Assert.Equal(
            (charter.Id(), "scheduled", 2, "Changed"),
            (changed.Id(), (string?)changed["status"], (int?)changed["version"], (string?)changed["title"]));
    }

    [Fact]
    public async Task Captain_and_mate_can_be_swapped_in_one_edit()
    {
        var charter =
            await fixture.Charter(
                new() { ["captain_id"] = Queen.Olive.MemberId,
                    ["crew"] =
                        new JsonArray(
                            new JsonObject { ["role"] = "first_mate", ["member_id"] = Queen.Kim.MemberId }) });

        var swapped =
            await Dana.Put($"/api/events/{charter["id"]}",
                new { captain_id = Queen.Kim.MemberId,
                    crew = new[] { new { role = "first_mate", member_id = Queen.Olive.MemberId } } })
            .Json();

        Assert.Equal(["captain Kim", "first_mate Olive"],
            swapped["roles"]!.AsArray().Where(place => place!["member"] is not null)
                .Select(place => $"{place!["role"]} {place["member"]!["name"]}"));
    }

    [Fact]
    public async Task Timing_shows_the_charters_times_and_sun_times()
    {
        var vessel =
            await Queen.Vessel(homePort: new { name = "Harbor Island", latitude = 32.7157, longitude = -117.1611 });
        var type =
            await Queen.Type("Harbour tour",
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

    private static (string?, string?) Conflict(JsonNode problem) =>
        ((string?)problem["code"], (string?)problem["state"]);

    private static async Task<IReadOnlyList<Guid>> Ids(TestUser user, string query) =>
        [.. (await user.Api.Get($"/api/events?{query}").Json())["items"]!.AsArray().Select(item => item!.Id())];
}
