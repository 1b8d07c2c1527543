using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>Status changes of a charter by the API.</summary>
public sealed partial class LifecycleApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
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
        Assert.Equal(["charter.closed", "charter.closed_incomplete"], await Kinds(charter, 2));
        await Queen.Kim.Api.Post($"{charter}/undo").Json();
        var explained = await Queen.Kim.Api.Post($"{charter}/close", new { reason = "Shore power is out" }).Json();
        Assert.Equal("Shore power is out", (string?)explained["close_reason"]);
    }

    [Fact]
    public async Task The_office_changes_the_positions_of_one_charter_but_not_below_those_taken()
    {
        var charter = await CrewedCharter();

        var manned = await Queen.Dana.Api.Put(charter, new { manning = new { deckhand = 3, first_mate = 1 } }).Json();
        Assert.Equal(["captain", "deckhand", "deckhand", "deckhand", "first_mate"], Roles(manned));
        Assert.NotNull((await Queen.Dana.Api
            .Put(charter, new { manning = new { deckhand = 0 } })
            .Json(422)).ErrorAt("manning.deckhand"));
        Assert.NotNull((await Queen.Dana.Api
            .Put(charter, new { manning = new { captain = 0 } })
            .Json(422)).ErrorAt("manning.captain"));
        await Queen.Kim.Api.Put(charter, new { manning = new { deckhand = 1 } }).Json(403);
        Assert.Equal(["captain", "deckhand", "first_mate"],
            Roles(await Queen.Dana.Api.Put(charter, new { manning = new { deckhand = 1 } }).Json()));
    }

    private static IEnumerable<string> Roles(JsonNode charter) =>
        charter["roles"]!.AsArray().Select(position => (string)position!["role"]!).Order(StringComparer.Ordinal);

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
        var charter = await Queen.Plan(
            vessel ?? fixture.Aurora, new() { ["event_date"] = date, ["crew"] = crew, ["manning"] = manning })
            .Json(201);
        return $"/api/events/{charter["id"]}";
    }
}
