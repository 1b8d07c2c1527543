using System.Text.Json.Nodes;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>Status changes of a charter by the API.</summary>
public sealed class LifecycleApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_charter_goes_from_boarding_to_closed_and_a_repeated_step_changes_nothing()
    {
        var charter = await CrewedCharter();
        foreach (var (move, state) in new[] {
            ("board", "boarding"), ("depart", "underway"), ("return", "returned"), ("close", "closed") })
        {
            fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(1));
            var moved = await Queen.Kim.Api.Post($"{charter}/{move}").Json();
            Assert.Equal(state, (string?)moved["status"]);

            var again = await Queen.Kim.Api.Post($"{charter}/{move}").Json();
            Assert.Equal((state, (long)moved["revision"]!), ((string?)again["status"], (long)again["revision"]!));
            Assert.DoesNotContain(again["warnings"]!.AsArray(), warning => (string?)warning!["code"] == "already");
        }

        var timing = (await Queen.Sam.Api.Get(charter).Json())["timing"]!;
        Assert.NotNull((string?)timing["actual_departure"]);
        Assert.NotNull((string?)timing["actual_return"]);
    }

    [Fact]
    public async Task A_status_change_from_a_wrong_status_is_refused_with_the_current_status()
    {
        var charter = await CrewedCharter();
        foreach (var (move, code) in new[] {
            ("depart", "wrong_state"), ("return", "wrong_state"), ("close", "wrong_state") })
        {
            var refused = await Queen.Kim.Api.Post($"{charter}/{move}").Json(409);
            Assert.Equal((code, "scheduled"), ((string?)refused["code"], (string?)refused["state"]));
        }

        await Queen.Kim.Api.Post($"{charter}/board").Json();
        await Queen.Kim.Api.Post($"{charter}/depart").Json();
        foreach (var (move, body) in new (string, object?)[] {
            ("board", null), ("cancel", new { reason = "Gale" }), ("close", null) })
        {
            Assert.Equal("underway", (string?)(await Queen.Kim.Api.Post($"{charter}/{move}", body).Json(409))["state"]);
        }
    }

    [Fact]
    public async Task A_status_change_may_give_its_time_and_a_future_time_is_refused_before_the_status()
    {
        var charter = await CrewedCharter();
        var now = fixture.Ship.Clock.GetUtcNow();
        foreach (var move in new[] { "board", "depart", "return", "close" })
        {
            Assert.Equal("That is in the future.",
                (await Queen.Kim.Api.Post($"{charter}/{move}", new { at = now.AddMinutes(1) }).Json(422)).ErrorAt(
                    "at"));
        }

        foreach (var (move, minutes) in new[] { ("board", -40), ("depart", -30), ("return", -20), ("close", -10) })
        {
            await Queen.Kim.Api.Post($"{charter}/{move}", new { at = now.AddMinutes(minutes) }).Json();
        }

        var log = (await Queen.Kim.Api.Get($"{charter}/log").Json())["items"]!.AsArray();
        Assert.Equal([-10, -20, -30, -40],
            log.Take(4).Select(line => ((DateTimeOffset)line!["facts"]!["at"]! - now).TotalMinutes));
    }

    [Fact]
    public async Task A_refused_departure_lists_every_blocker()
    {
        var (charter, items) = await WithChecklist("Navigation lights", "Bilge pump");
        await Queen.Dana.Api.Post($"{charter}/roles/captain/release", new { member_id = Queen.Kim.MemberId }).Json();
        await Queen.Dana.Api.Put(charter, new { guests_expected = 13 }).Json();
        await Queen.Dana.Api.Post($"{charter}/board").Json();

        var refused = await Queen.Dana.Api.Post($"{charter}/depart").Json(409);

        Assert.Equal("gate_closed", (string?)refused["code"]);
        Assert.Equal(
            [
                ("captain_missing", "Nobody is captain.", null),
                ("over_capacity", "Aurora carries 12 guests at most; there are 13.", null),
                ("item_open", "Not done: Navigation lights", items[0]),
                ("item_open", "Not done: Bilge pump", items[1]),
            ],
            Blockers(refused));
    }

    [Fact]
    public async Task A_no_sail_defect_blocks_departure_until_it_is_closed()
    {
        var aurora = await Queen.Vessel("Borealis");
        var charter = await CrewedCharter(aurora);
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        var defect =
            await fixture.Ship.Change(Queen.OperatorId,
                (db, actor) =>
                    Task.FromResult(
                        db.Add(
                            new Defect(Queen.OperatorId, aurora, "Steering is stiff", Severity.NoSail, null, null,
                                actor)).Entity));

        var refused = await Queen.Kim.Api.Post($"{charter}/depart", new { override_reason = "We know her" }).Json(409);

        Assert.Equal(
            [("no_sail_defect", "No-sail defect on Borealis: Steering is stiff", defect.Id)], Blockers(refused));
        await fixture.Ship.Change(Queen.OperatorId, async (db, actor) =>
        {
            (await db.Defects.FindAsync(Queen.OperatorId, defect.Id))!.Close("Greased", actor);
            return true;
        });
        await Queen.Kim.Api.Post($"{charter}/depart").Json();
    }

    [Fact]
    public async Task The_captain_may_override_open_items_with_a_stored_reason_but_the_mate_may_not()
    {
        var (charter, _) = await WithChecklist("Ice");
        await Queen.Dana.Api.Put(charter, new { manning = new { first_mate = 1 } }).Json();
        await Queen.Max.Api.Post($"{charter}/roles/first_mate/claim").Json();
        await Queen.Max.Api.Post($"{charter}/board").Json();
        var reason = new { override_reason = "Ice comes by dinghy" };

        await Queen.Max.Api.Post($"{charter}/depart", reason).Json(403);
        await Queen.Max.Api.Post($"{charter}/depart", new { override_reason = new string('x', 2001) }).Json(403);
        await Queen.Kim.Api.Post($"{charter}/depart", new { override_reason = " " }).Json(409);
        Assert.NotNull(
            (await Queen.Kim.Api.Post($"{charter}/depart", new { override_reason = new string('x', 2001) })
                .Json(422)).ErrorAt(
                "override_reason"));
        var sailed = await Queen.Kim.Api.Post($"{charter}/depart", reason).Json();

        Assert.Equal(
            ("underway", "Ice comes by dinghy"), ((string?)sailed["status"], (string?)sailed["override_reason"]));
        var entry = (await Queen.Kim.Api.Get($"{charter}/log").Json())["items"]!.AsArray()
            .Single(line => (string?)line!["kind"] == "gate.overridden")!;
        Assert.Contains("item_open", entry.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_override_reason_with_half_a_surrogate_pair_is_refused()
    {
        var (charter, _) = await WithChecklist("Ice");
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        using var half =
            new StringContent("""{ "override_reason": "\ud83d" }""", System.Text.Encoding.UTF8, "application/json");

        var refused = await Queen.Kim.Api.PostAsync($"{charter}/depart", half, TestContext.Current.CancellationToken)
            .Json(422);

        Assert.Equal("This holds characters that cannot be shown.", refused.ErrorAt("override_reason"));
    }

    [Fact]
    public async Task The_office_may_override_open_items()
    {
        var (charter, _) = await WithChecklist("Ice");
        await Queen.Dana.Api.Post($"{charter}/board").Json();

        Assert.Equal("underway",
            (string?)(await Queen.Dana.Api.Post($"{charter}/depart", new { override_reason = "Ice comes by dinghy" })
                .Json())["status"]);
    }

    [Fact]
    public async Task Deckhands_and_members_without_a_position_may_not_change_the_status()
    {
        var charter = await CrewedCharter();
        foreach (var move in new[] { "board", "depart", "return", "close", "undo" })
        {
            await Queen.Sam.Api.Post($"{charter}/{move}", new { at = "nonsense" }).Json(403);
            await Queen.Max.Api.Post($"{charter}/{move}").Json(403);
            await fixture.Robin.Api.Post($"{charter}/{move}").Json(404);
        }

        await Queen.Sam.Api.Put($"{charter}/timing", new { actual_departure = "nonsense" }).Json(403);
    }

    [Fact]
    public async Task The_time_of_a_status_change_may_be_local_to_the_vessel_but_not_in_the_future()
    {
        var charter = await CrewedCharter(date: "2026-07-01");
        await Queen.Kim.Api.Post($"{charter}/board").Json();

        Assert.NotNull((await Queen.Kim.Api.Post($"{charter}/depart", new { at = "23:59" }).Json(422)).ErrorAt("at"));
        Assert.NotNull((await Queen.Kim.Api.Post($"{charter}/depart", new { at = "soon" }).Json(422)).ErrorAt("at"));
        await Queen.Kim.Api.Post($"{charter}/depart", new { at = "08:05" }).Json();
        Assert.NotNull((await Queen.Kim.Api.Post($"{charter}/return", new { at = "08:05" }).Json(422)).ErrorAt("at"));
        var back = await Queen.Kim.Api.Post($"{charter}/return", new { at = "2026-07-01T15:30:00Z" }).Json();

        Assert.Equal(("2026-07-01T15:05:00Z", "2026-07-01T15:30:00Z"),
            ((string?)back["timing"]!["actual_departure"], (string?)back["timing"]!["actual_return"]));
    }

    [Fact]
    public async Task A_time_far_from_the_plan_gives_a_warning()
    {
        var charter = await CrewedCharter();
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        await Queen.Dana.Api.Put(charter, new { departure_time = "17:30", return_time = "20:00" }).Json();

        var sailed = await Queen.Kim.Api.Post($"{charter}/depart").Json();

        Assert.Equal(["far_from_plan"], sailed["warnings"]!.AsArray().Select(warning => (string)warning!["code"]!));
    }

    [Fact]
    public async Task The_last_status_change_can_be_undone_for_15_minutes_and_both_are_logged()
    {
        var charter = await CrewedCharter();
        await Queen.Kim.Api.Post($"{charter}/board").Json();

        var back = await Queen.Kim.Api.Post($"{charter}/undo", new { reason = "Wrong charter" }).Json();

        Assert.Equal("scheduled", (string?)back["status"]);
        Assert.Equal("nothing_to_undo", (string?)(await Queen.Kim.Api.Post($"{charter}/undo").Json(409))["code"]);
        Assert.Equal(["charter.undone", "charter.boarding"], await Kinds(charter, 2));
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(("too_late_to_undo", "boarding"), await Refused(Queen.Kim.Api.Post($"{charter}/undo")));
    }

    [Fact]
    public async Task Only_the_office_may_undo_a_change_that_only_the_office_may_make()
    {
        var charter = await CrewedCharter();

        await Queen.Kim.Api.Post($"{charter}/undo").Json(403);
        Assert.Equal("draft", (string?)(await Queen.Dana.Api.Post($"{charter}/undo").Json())["status"]);
        await Queen.Kim.Api.Get(charter).Json(404);
    }

    [Fact]
    public async Task A_cancellation_cannot_be_undone_when_the_vessel_has_another_charter_then()
    {
        var vessel = await Queen.Vessel("Corona");
        var charter = $"/api/events/{(await Queen.Plan(vessel, "14:00", "16:00").Json(201))["id"]}";
        await Queen.Kim.Api.Post($"{charter}/cancel", new { reason = "Gale" }).Json();
        var other = await Queen.Plan(vessel, "15:00", "17:00").Json(201);

        Assert.Equal("vessel_overlap", (string?)(await Queen.Kim.Api.Post($"{charter}/undo").Json(409))["code"]);

        await Queen.Dana.Api.Post($"/api/events/{other["id"]}/cancel", new { reason = "Gale too" }).Json();
        var back = await Queen.Kim.Api.Post($"{charter}/undo").Json();
        Assert.Equal(("scheduled", null), ((string?)back["status"], (string?)back["cancel_reason"]));
    }

    [Fact]
    public async Task Of_two_simultaneous_departures_one_counts_and_the_other_gets_a_warning()
    {
        var charter = await CrewedCharter();
        await Queen.Kim.Api.Post($"{charter}/board").Json();

        var answers =
            await Task.WhenAll(
                Queen.Kim.Api.Post($"{charter}/depart").Json(), Queen.Dana.Api.Post($"{charter}/depart").Json());

        Assert.All(answers, answer => Assert.Equal("underway", (string?)answer["status"]));
        Assert.Single(await Kinds(charter, 50), kind => kind == "charter.underway");
        var warning =
            Assert.Single(answers.SelectMany(answer => answer["warnings"]!.AsArray()),
                warning => (string?)warning!["code"] == "already");
        Assert.Matches("^(Kim|Dana) was quicker: this charter is under way already.$", (string?)warning!["message"]);
    }

    [Fact]
    public async Task Closing_warns_about_open_items()
    {
        var charter = await CrewedCharter();
        var list = await Queen.Dana.Api
            .Post("/api/checklist-templates",
                new { name = "Put to bed", phase = "post_return",
                    items = new[] {
                        new { text = "Shore power", required = true }, new { text = "Sweep", required = false } } })
            .Json(201);
        await Queen.Dana.Api.Post($"{charter}/checklists", new { template_id = list["id"] }).Json(201);
        foreach (var move in new[] { "board", "depart", "return" })
        {
            await Queen.Kim.Api.Post($"{charter}/{move}").Json();
            fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var closed = await Queen.Kim.Api.Post($"{charter}/close").Json();

        Assert.Equal([("items_left_open", "Closed with one put-to-bed item still open.")],
            closed["warnings"]!.AsArray().Select(warning => ((string)warning!["code"]!, (string)warning["message"]!)));
    }

    [Fact]
    public async Task Actual_times_are_corrected_with_a_reason_and_not_to_the_future()
    {
        var charter = await CrewedCharter(date: "2026-07-01");
        Assert.NotNull(
            (await Queen.Kim.Api.Put($"{charter}/timing", new { actual_departure = "08:00" }).Json(422)).ErrorAt(
                "actual_departure"));
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        await Queen.Kim.Api.Post($"{charter}/depart", new { at = "08:10" }).Json();

        Assert.NotNull(
            (await Queen.Kim.Api.Put($"{charter}/timing", new { actual_departure = "08:00" }).Json(422)).ErrorAt(
                "reason"));
        Assert.NotNull(
            (await Queen.Kim.Api.Put($"{charter}/timing", new { actual_departure = "23:59", reason = "Late" })
                .Json(422)).ErrorAt(
                "actual_departure"));
        var timing = await Queen.Kim.Api
            .Put($"{charter}/timing", new { actual_departure = "08:00", reason = "By the mate's watch" })
            .Json();

        Assert.Equal("2026-07-01T15:00:00Z", (string?)timing["actual_departure"]);
        var entry = (await Queen.Kim.Api.Get($"{charter}/log").Json())["items"]![0]!;
        Assert.Equal("charter.time_set", (string?)entry["kind"]);
        Assert.Contains("2026-07-01T15:10:00", entry.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_automatic_boarding_sets_no_actual_time()
    {
        var charter = await CrewedCharter(date: "2026-07-07");
        await Queen.Dana.Api.Put(charter, new { departure_time = "17:30", return_time = "20:00" }).Json();
        await fixture.Ship.Change(Queen.OperatorId, async (db, _) =>
        {
            var row = (await db.Charters.FindAsync(Queen.OperatorId, Guid.Parse(charter.Split('/')[^1])))!;
            return row.FollowClock(row.BoardingTime!.Value, isGateOpen: true);
        });

        Assert.Equal("boarding", (string?)(await Queen.Kim.Api.Get(charter).Json())["status"]);
        Assert.Null((string?)(await Queen.Kim.Api.Get(charter).Json())["timing"]!["actual_departure"]);
        Assert.Empty((await Queen.Kim.Api.Post($"{charter}/board").Json())["warnings"]!.AsArray());
    }

    [Fact]
    public async Task The_office_changes_the_positions_of_one_charter_but_not_below_those_taken()
    {
        var charter = await CrewedCharter();

        var manned = await Queen.Dana.Api.Put(charter, new { manning = new { deckhand = 3, first_mate = 1 } }).Json();
        Assert.Equal(["captain", "deckhand", "deckhand", "deckhand", "first_mate"], Roles(manned));
        Assert.NotNull(
            (await Queen.Dana.Api.Put(charter, new { manning = new { deckhand = 0 } }).Json(422)).ErrorAt(
                "manning.deckhand"));
        Assert.NotNull(
            (await Queen.Dana.Api.Put(charter, new { manning = new { captain = 0 } }).Json(422)).ErrorAt(
                "manning.captain"));
        await Queen.Kim.Api.Put(charter, new { manning = new { deckhand = 1 } }).Json(403);
        Assert.Equal(["captain", "deckhand", "first_mate"],
            Roles(await Queen.Dana.Api.Put(charter, new { manning = new { deckhand = 1 } }).Json()));
    }

    private static IEnumerable<string> Roles(JsonNode charter) =>
        charter["roles"]!.AsArray().Select(position => (string)position!["role"]!).Order(StringComparer.Ordinal);

    private static IEnumerable<(string?, string?, Guid?)> Blockers(JsonNode refused) =>
        refused["blockers"]!.AsArray()
            .Select(line => ((string?)line!["code"], (string?)line["message"], (Guid?)line["id"]));

    private static async Task<(string?, string?)> Refused(Task<HttpResponseMessage> answer)
    {
        var refused = await answer.Json(409);
        return ((string?)refused["code"], (string?)refused["state"]);
    }

    private async Task<IReadOnlyList<string>> Kinds(string charter, int count) =>
        [
            .. (await Queen.Dana.Api.Get($"{charter}/log?limit={count}").Json())["items"]!.AsArray()
                .Select(line => (string)line!["kind"]!)];

    /// <summary>
    /// Plans a charter with captain Kim and deckhand Sam, and without times, so that it never overlaps.
    /// </summary>
    private async Task<string> CrewedCharter(Guid? vessel = null, string date = "2026-07-04")
    {
        var crew = new JsonArray(new JsonObject { ["role"] = "deckhand", ["member_id"] = Queen.Sam.MemberId });
        var manning = new JsonObject { ["first_mate"] = 0, ["deckhand"] = 1 };
        var charter =
            await Queen.Plan(
                vessel ?? fixture.Aurora, new() { ["event_date"] = date, ["crew"] = crew, ["manning"] = manning })
            .Json(201);
        return $"/api/events/{charter["id"]}";
    }

    private async Task<(string Charter, IReadOnlyList<Guid?> Items)> WithChecklist(params string[] items)
    {
        var charter = await CrewedCharter();
        var list = await Queen.Dana.Api
            .Post($"{charter}/checklists", new { template_id = await Queen.Template("Before departure", items) })
            .Json(201);
        return (charter, [.. list["items"]!.AsArray().Select(item => (Guid?)item!["id"])]);
    }
}
