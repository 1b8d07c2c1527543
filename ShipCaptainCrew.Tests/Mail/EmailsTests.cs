using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Mail;

/// <summary>The emails that changes cause and what they say, made through the API and delivered over SMTP.</summary>
public sealed partial class EmailsTests
{
    [Fact]
    public async Task A_claim_is_emailed_to_the_deckhand_the_captain_and_the_office()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        var before = await app.Count();

        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();

        Assert.Equal(
            ["dana: Sat, Jul 4, 5:30 PM, Aurora: Sam is deckhand", "kim: Sat, Jul 4, 5:30 PM, Aurora: Sam is deckhand",
                "olive: Sat, Jul 4, 5:30 PM, Aurora: Sam is deckhand",
                "sam: Sat, Jul 4, 5:30 PM, Aurora: you are deckhand"],
            await app.Letters(since: before));
    }

    [Fact]
    public async Task A_member_who_assigns_a_deckhand_gets_no_email_and_the_deckhand_is_asked_to_confirm()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        var before = await app.Count();

        await cast.Kim.Api
            .Post($"/api/events/{charter["id"]}/roles/deckhand/claim", new { member_id = cast.Sam.MemberId })
            .Json();

        Assert.Equal(
            ["dana: Sat, Jul 4, 5:30 PM, Aurora: Sam is deckhand",
                "olive: Sat, Jul 4, 5:30 PM, Aurora: Sam is deckhand",
                "sam: Sat, Jul 4, 5:30 PM, Aurora: you are deckhand"],
            await app.Letters(since: before));
        var message = await app.Post.Arrival("sam@queen-of-san-diego.example", "you are deckhand");
        Assert.Contains("Kim assigned you.", message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_emailed_to_the_same_people()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        var charter = await Plan(cast);
        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/claim").Json();
        var before = await app.Count();

        await cast.Sam.Api.Post($"/api/events/{charter["id"]}/roles/deckhand/release").Json();

        Assert.Equal(
            ["dana: Sat, Jul 4, 5:30 PM, Aurora: Sam is no longer deckhand",
                "kim: Sat, Jul 4, 5:30 PM, Aurora: Sam is no longer deckhand",
                "olive: Sat, Jul 4, 5:30 PM, Aurora: Sam is no longer deckhand",
                "sam: Sat, Jul 4, 5:30 PM, Aurora: you are no longer deckhand"],
            await app.Letters(since: before));
    }

    private static async Task<JsonNode> Plan(Cast cast, bool publish = true, string vesselName = "Aurora")
    {
        var vessel = await cast.Dana.Api.Post("/api/vessels", new { name = vesselName, passenger_capacity = 49 })
            .Json(201);
        return await cast.Dana.Api.Post("/api/events", new
        {
            vessel_id = vessel["id"], event_date = "2026-07-04", title = "Sunset sail", captain_id = cast.Kim.MemberId,
            meeting_point = "Pier 3",
            departure_time = "2026-07-04T17:30", return_time = "20:00", publish,
        }).Json(201);
    }
}
