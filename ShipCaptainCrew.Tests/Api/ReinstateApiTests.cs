using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Actions;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>Withdrawing a cancellation at any time before departure.</summary>
public sealed class ReinstateApiTests : PlanningTestBase
{
    [Fact]
    public async Task A_cancelled_charter_comes_back_as_it_was_long_after_the_cancellation()
    {
        var charter = await Planned();
        await Cast.Waiver();
        await Cast.Sam.Api.Post($"{charter}/roles/deckhand/claim").Json();
        await Cast.Signs(Guid.Parse(charter.Split('/')[^1]), "Ana Cole");
        var before = await Cast.Dana.Api.Get(charter).Json();
        await Cast.Kim.Api.Post($"{charter}/cancel", new { reason = "Gale" }).Json();
        Ship.Clock.Advance(TimeSpan.FromHours(7));

        var back = await Cast.Kim.Api.Post($"{charter}/reinstate").Json();

        Assert.Equal(("scheduled", null), ((string?)back["status"], (string?)back["cancel_reason"]));
        Assert.Equal(before["roles"]!.ToJsonString(), back["roles"]!.ToJsonString());
        Assert.Equal(before["guests"]!.ToJsonString(), back["guests"]!.ToJsonString());
        Assert.Equal(1, (int)back["guests"]!["signed"]!);
        var again = await Cast.Kim.Api.Post($"{charter}/reinstate").Json();
        Assert.Equal((long)back["revision"]!, (long)again["revision"]!);
        Assert.Equal("charter.reinstated",
            (string?)(await Cast.Dana.Api.Get($"{charter}/log").Json())["items"]![0]!["kind"]);
        Assert.Equal("nothing_to_undo", (string?)(await Cast.Dana.Api.Post($"{charter}/undo").Json(409))["code"]);
    }

    [Fact]
    public async Task It_is_refused_when_the_vessel_has_another_charter_then()
    {
        var charter = await Planned();
        await Cast.Kim.Api.Post($"{charter}/cancel", new { reason = "Gale" }).Json();
        var other = await Cast.Plan(Aurora, "15:00", "17:00", "Harbor tour").Json(201);

        var refused = await Cast.Kim.Api.Post($"{charter}/reinstate").Json(409);

        Assert.Equal(
            ("vessel_overlap", (string?)other["id"], "Harbor tour"),
            ((string?)refused["code"], (string?)refused["conflicts_with"]!["id"],
                (string?)refused["conflicts_with"]!["title"]));
        Assert.Equal("cancelled", (string?)(await Cast.Dana.Api.Get(charter).Json())["status"]);
    }

    [Fact]
    public async Task It_is_refused_after_the_planned_departure_and_for_a_charter_that_is_not_cancelled()
    {
        var charter = await Planned("2026-07-01");
        var refused = await Cast.Kim.Api.Post($"{charter}/reinstate").Json(409);
        Assert.Equal(("wrong_state", "scheduled"), ((string?)refused["code"], (string?)refused["state"]));
        await Cast.Kim.Api.Post($"{charter}/cancel", new { reason = "Gale" }).Json();
        Ship.Clock.SetUtcNow(new(2026, 7, 1, 21, 0, 0, TimeSpan.Zero));

        refused = await Cast.Kim.Api.Post($"{charter}/reinstate").Json(409);

        Assert.Equal("too_late_to_reinstate", (string?)refused["code"]);
        Assert.Contains("Plan a new charter instead.", (string?)refused["title"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_are_those_of_cancelling()
    {
        var charter = await Planned();
        var strangers = await Ship.Cast("strangers");
        await Cast.Kim.Api.Post($"{charter}/cancel", new { reason = "Gale" }).Json();

        await Cast.Sam.Api.Post($"{charter}/reinstate").Json(403);
        await strangers.Olive.Api.Post($"{charter}/reinstate").Json(404);
        await Cast.Kim.Api.Post($"{charter}/reinstate").Json();
    }

    [Theory]
    [InlineData("reinstate")]
    [InlineData("undo")]
    public async Task A_member_suspended_since_loses_the_position_as_on_every_coming_charter(string move)
    {
        var charter = await Planned();
        await Cast.Sam.Api.Post($"{charter}/roles/deckhand/claim").Json();
        await Cast.Kim.Api.Post($"{charter}/cancel", new { reason = "Gale" }).Json();
        await Cast.Dana.Api.Put($"/api/members/{Cast.Sam.MemberId}", new { status = "suspended" }).Json();

        var back = await Cast.Kim.Api.Post($"{charter}/{move}").Json();

        Assert.DoesNotContain(back["roles"]!.AsArray(), role => (string?)role!["member"]?["name"] == "Sam");
    }

    [Fact]
    public async Task A_member_who_is_needed_elsewhere_by_now_is_warned_of()
    {
        var charter = await Planned();
        await Cast.Kim.Api.Post($"{charter}/cancel", new { reason = "Gale" }).Json();
        await Cast.Plan(await Cast.Vessel("Borealis"), "14:00", "16:00").Json(201);

        var back = await Cast.Kim.Api.Post($"{charter}/reinstate").Json();

        Assert.Equal("person_overlap", (string?)back["warnings"]![0]!["code"]);
    }

    /// <summary>From 14:00 to 16:00 local time.</summary>
    private async Task<string> Planned(string date = "2026-07-04")
    {
        var plan = new JsonObject
        {
            ["event_date"] = date, ["departure_time"] = "14:00", ["return_time"] = "16:00",
        };
        return $"/api/events/{(await Cast.Plan(Aurora, plan).Json(201))["id"]}";
    }
}
