using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class LifecycleApiTests
{
    [Fact]
    public async Task The_last_status_change_can_be_undone_for_15_minutes_and_both_are_logged()
    {
        var charter = await CrewedCharter();
        await Queen.Kim.Api.Post($"{charter}/board").Json();

        var back = await Queen.Kim.Api.Post($"{charter}/undo", new { reason = "Wrong charter" }).Json();

        Assert.Equal("scheduled", (string?)back["status"]);
        await Queen.Kim.Api.Post($"{charter}/undo").Json(403);
        Assert.Equal(["charter.undone", "charter.boarding"], await Kinds(charter, 2));
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(("too_late_to_undo", "boarding"), await Refused(Queen.Kim.Api.Post($"{charter}/undo")));
    }

    [Fact]
    public async Task Each_step_is_undone_within_its_own_15_minutes_and_the_steps_are_stored()
    {
        var charter = await CrewedCharter();
        fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(16));
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        await Queen.Kim.Api.Post($"{charter}/depart").Json();
        fixture.Ship.Clock.Advance(TimeSpan.FromMinutes(10));
        await Queen.Kim.Api.Post($"{charter}/return").Json();

        Assert.Equal("underway", (string?)(await Queen.Kim.Api.Post($"{charter}/undo").Json())["status"]);
        Assert.Equal("boarding", (string?)(await Queen.Kim.Api.Post($"{charter}/undo").Json())["status"]);
        Assert.Equal("scheduled", (string?)(await Queen.Kim.Api.Post($"{charter}/undo").Json())["status"]);
        Assert.Equal(("too_late_to_undo", "scheduled"), await Refused(Queen.Dana.Api.Post($"{charter}/undo")));
    }

    [Fact]
    public async Task An_undo_that_names_another_state_than_the_present_one_is_refused()
    {
        var charter = await CrewedCharter();
        await Queen.Kim.Api.Post($"{charter}/board").Json();
        await Queen.Kim.Api.Post($"{charter}/depart").Json();
        await Queen.Kim.Api.Post($"{charter}/undo", new { state = "underway" }).Json();

        Assert.Equal(
            ("wrong_state", "boarding"),
            await Refused(Queen.Dana.Api.Post($"{charter}/undo", new { state = "underway" })));
        await Queen.Dana.Api.Post($"{charter}/undo", new { state = "boarding" }).Json();
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

    private static async Task<(string?, string?)> Refused(Task<HttpResponseMessage> answer)
    {
        var refused = await answer.Json(409);
        return ((string?)refused["code"], (string?)refused["state"]);
    }
}
