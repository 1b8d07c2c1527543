using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class LifecycleApiTests
{
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
    public async Task Actual_times_are_corrected_with_a_reason_and_not_to_the_future()
    {
        var charter = await CrewedCharter(date: "2026-07-01");
        Assert.NotNull((await Queen.Kim.Api
            .Put($"{charter}/timing", new { actual_departure = "08:00" })
            .Json(422)).ErrorAt("actual_departure"));
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        await Queen.Kim.Api.Post($"{charter}/depart", new { at = "08:10" }).Json();

        Assert.NotNull((await Queen.Kim.Api
            .Put($"{charter}/timing", new { actual_departure = "08:00" })
            .Json(422)).ErrorAt("reason"));
        Assert.NotNull((await Queen.Kim.Api
            .Put($"{charter}/timing", new { actual_departure = "23:59", reason = "Late" })
            .Json(422)).ErrorAt("actual_departure"));
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
}
