using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed class EventsApiTests
{
    [Fact]
    public async Task The_office_plans_a_charter_and_a_deckhand_claims_a_place()
    {
        await using var ship = new Ship();
        var cast = await ship.Cast();
        var vessel = await cast.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 49 }).Json(201);
        var charter = await cast.Dana.Api.Post("/api/events", new
        {
            vessel_id = vessel["id"], event_date = "2026-07-04", captain_id = cast.Kim.MemberId,
            departure_time = "2026-07-04T17:30", return_time = "20:00", publish = true,
        }).Json(201);
        Assert.Equal("scheduled", (string?)charter["status"]);
        Assert.Equal("2026-07-05T00:30:00Z", (string?)charter["departure_time"]);

        var claimed = await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();

        Assert.Contains(claimed["roles"]!.AsArray(), place => (string?)place!["member"]?["name"] == "Sam");
    }
}
