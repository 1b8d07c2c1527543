using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>Repeated requests with the same Idempotency-Key.</summary>
public sealed class IdempotencyTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task Planning_twice_with_one_key_creates_one_charter()
    {
        var body = new { vessel_id = fixture.Aurora, event_date = "2026-07-04", captain_id = Queen.Kim.MemberId };
        var first = await Send(Queen.Dana, "k1", HttpMethod.Post, "/api/events", body);
        var made = await Task.FromResult(first).Json(201);
        var lastSeq = await LastSeq();
        await Queen.Dana.Api.Put($"/api/events/{made["id"]}", new { title = "Changed since" }).Json();

        var again = await Send(Queen.Dana, "k1", HttpMethod.Post, "/api/events", body);

        var repeated = await Task.FromResult(again).Json(201);
        Assert.Equal((first.Headers.Location, made.Id(), "Changed since"),
            (again.Headers.Location, repeated.Id(), (string?)repeated["title"]));
        Assert.Equal(lastSeq + 1, await LastSeq());
    }

    [Fact]
    public async Task A_repeated_action_or_edit_is_done_once()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        foreach (var (method, call, body, user) in new (HttpMethod, string, object?, TestUser)[]
        {
            (HttpMethod.Post, $"{address}/roles/deckhand/claim", null, Queen.Sam),
            (HttpMethod.Post, $"{address}/roles/deckhand/release", null, Queen.Sam),
            (HttpMethod.Put, address, new { title = "Party" }, Queen.Dana),
            (HttpMethod.Post, $"{address}/cancel", new { reason = "Storm" }, Queen.Dana),
        })
        {
            var once = await Send(user, "k2", method, call, body).Json();
            var lastSeq = await LastSeq();
            Assert.True(JsonNode.DeepEquals(once, await Send(user, "k2", method, call, body).Json()));
            Assert.Equal(lastSeq, await LastSeq());
        }
    }

    /// <summary>Without the stored key, the late repeat would claim the position again.</summary>
    [Fact]
    public async Task A_late_repeat_does_not_undo_later_changes()
    {
        var claim = $"/api/events/{(await fixture.Charter())["id"]}/roles/deckhand/claim";
        await Send(Queen.Sam, "k3", HttpMethod.Post, claim).Json();
        await Queen.Sam.Api.Post(claim.Replace("claim", "release", StringComparison.Ordinal)).Json();

        var late = await Send(Queen.Sam, "k3", HttpMethod.Post, claim).Json();

        Assert.DoesNotContain("Sam", late["roles"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_removal_succeeds_and_an_edit_of_a_removed_charter_gets_404()
    {
        var address = $"/api/events/{(await fixture.Charter(new() { ["publish"] = false }))["id"]}";
        await Send(Queen.Dana, "k4", HttpMethod.Put, address, new { title = "Party" }).Json();

        await Send(Queen.Dana, "k4", HttpMethod.Delete, address).Json(204);
        await Send(Queen.Dana, "k4", HttpMethod.Delete, address).Json(204);

        await Send(Queen.Dana, "k4", HttpMethod.Put, address, new { title = "Party" }).Json(404);
        await Send(Queen.Dana, "another", HttpMethod.Delete, address).Json(404);
    }

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

    [Fact]
    public async Task Twenty_simultaneous_requests_with_one_key_create_one_charter()
    {
        var body = new { vessel_id = fixture.Aurora, event_date = "2026-07-09", captain_id = Queen.Kim.MemberId };

        var answers =
            await Task.WhenAll(
                Enumerable.Range(0, 20)
                    .Select(_ => Send(Queen.Dana, "k8", HttpMethod.Post, "/api/events", body).Json(201)));

        Assert.Single(answers.Select(answer => answer.Id()).Distinct());
    }

    private static Task<HttpResponseMessage> Send(
        TestUser user, string key, HttpMethod method, string address, object? body = null) =>
        user.Api.With("Idempotency-Key", key, method, address, body);

    private Task<long> LastSeq() => fixture.Ship.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(Queen.OperatorId);
        return db.Log.MaxAsync(entry => entry.Seq);
    });
}
