using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed partial class IdempotencyTests
{
    [Fact]
    public async Task A_key_belongs_to_one_body_one_member_and_one_route()
    {
        var (one, other) = (await fixture.Charter(), await fixture.Charter());
        await Send(Queen.Dana, "k5", HttpMethod.Put, $"/api/events/{one["id"]}", new { title = "Party" }).Json();

        Assert.NotNull(
            (await Send(Queen.Dana, "k5", HttpMethod.Put, $"/api/events/{one["id"]}", new { title = "Wake" })
                .Json(422)).ErrorAt(
                "Idempotency-Key"));
        Assert.Equal("Wake",
            (string?)(await Send(Queen.Dana, "k5", HttpMethod.Put, $"/api/events/{other["id"]}", new { title = "Wake" })
                .Json())["title"]);
        Assert.Equal("Wedding",
            (string?)(await Send(
                Queen.Olive, "k5", HttpMethod.Put, $"/api/events/{one["id"]}", new { title = "Wedding" })
                .Json())["title"]);
        await Send(Queen.Dana, "k5", HttpMethod.Post, $"/api/events/{one["id"]}/cancel", new { reason = "Storm" })
            .Json();
    }

    /// <summary>Links are not stored, so a repeat gets another link to the same page.</summary>
    [Fact]
    public async Task A_repeated_link_request_gets_a_link_and_a_key_with_another_body_is_refused()
    {
        var charter = $"/api/events/{(await fixture.Charter()).Id()}";
        var link = $"{charter}/guests/{(await Queen.Dana.Api.Guest(charter, "Ben Cole")).Id()}/link";

        foreach (var _ in (int[])[1, 2])
            Assert.StartsWith("https://ship.test/waivers/",
                (string?)(await Send(Queen.Dana, "k9", HttpMethod.Post, link).Json(201))["waiver_url"],
                StringComparison.Ordinal);

        Assert.NotNull(
            (await Send(Queen.Dana, "k9", HttpMethod.Post, link, new { more = true }).Json(422)).ErrorAt(
                "Idempotency-Key"));
        using var broken = new StringContent("{ not json", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal("not_json",
            (string?)(await Queen.Dana.Api.PostAsync(link, broken, TestContext.Current.CancellationToken)
                .Json(400))["code"]);
    }

    [Fact]
    public async Task An_invalid_key_is_refused_only_after_not_found_and_forbidden()
    {
        var charter = $"/api/events/{(await fixture.Charter())["id"]}";
        await Send(Queen.Sam, "k6", HttpMethod.Post, $"{charter}/roles/deckhand/claim").Json();

        await Send(Queen.Sam, new string('k', 201), HttpMethod.Put, $"/api/events/{Guid.CreateVersion7()}",
            new { title = "x" })
            .Json(404);
        await Send(Queen.Sam, new string('k', 201), HttpMethod.Put, charter, new { title = "x" }).Json(403);
        await Send(
            Queen.Sam, "k6", HttpMethod.Post, $"{charter}/roles/deckhand/claim", new { member_id = Queen.Kim.MemberId })
            .Json(403);
        Assert.NotNull(
            (await Send(Queen.Dana, new string('k', 201), HttpMethod.Put, charter, new { title = "x" })
                .Json(422)).ErrorAt(
                "Idempotency-Key"));
    }

    [Fact]
    public async Task A_refused_request_may_be_corrected_with_the_same_key()
    {
        await Send(Queen.Dana, "k7", HttpMethod.Post, "/api/vessels", new { name = "Mistral" }).Json(422);

        await Send(Queen.Dana, "k7", HttpMethod.Post, "/api/vessels", new { name = "Mistral", passenger_capacity = 6 })
            .Json(201);
    }
}
