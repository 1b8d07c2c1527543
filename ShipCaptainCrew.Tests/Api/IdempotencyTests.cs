using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>The same wish sent twice, by its Idempotency-Key.</summary>
public sealed class IdempotencyTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
{
    private Cast Queen => fixture.Queen;

    [Fact]
    public async Task A_charter_planned_twice_under_one_key_is_one_charter()
    {
        var body = new { vessel_id = fixture.Aurora, event_date = "2026-07-04", captain_id = Queen.Kim.MemberId };
        var first = await Send(Queen.Dana, "k1", HttpMethod.Post, "/api/events", body);
        var made = await Task.FromResult(first).Json(201);
        var head = await Head();
        await Queen.Dana.Api.Put($"/api/events/{made["id"]}", new { title = "Changed since" }).Json();

        var again = await Send(Queen.Dana, "k1", HttpMethod.Post, "/api/events", body);

        var repeated = await Task.FromResult(again).Json(201);
        Assert.Equal((first.Headers.Location, made.Id(), "Changed since"),
            (again.Headers.Location, repeated.Id(), (string?)repeated["title"]));
        Assert.Equal(head + 1, await Head());
    }

    [Fact]
    public async Task A_verb_and_an_edit_sent_twice_are_done_once()
    {
        var address = $"/api/events/{(await fixture.Charter())["id"]}";
        foreach (var (method, call, body, hand) in new (HttpMethod, string, object?, TestUser)[]
        {
            (HttpMethod.Post, $"{address}/roles/deckhand/claim", null, Queen.Sam),
            (HttpMethod.Post, $"{address}/roles/deckhand/release", null, Queen.Sam),
            (HttpMethod.Put, address, new { title = "Party" }, Queen.Dana),
            (HttpMethod.Post, $"{address}/cancel", new { reason = "Storm" }, Queen.Dana),
        })
        {
            var once = await Send(hand, "k2", method, call, body).Json();
            var head = await Head();
            Assert.True(JsonNode.DeepEquals(once, await Send(hand, "k2", method, call, body).Json()));
            Assert.Equal(head, await Head());
        }
    }

    /// <summary>Without the mark of the first, the late repeat would take the place again.</summary>
    [Fact]
    public async Task A_repeat_that_comes_late_does_not_undo_what_was_done_since()
    {
        var claim = $"/api/events/{(await fixture.Charter())["id"]}/roles/deckhand/claim";
        await Send(Queen.Sam, "k3", HttpMethod.Post, claim).Json();
        await Queen.Sam.Api.Post(claim.Replace("claim", "release", StringComparison.Ordinal)).Json();

        var late = await Send(Queen.Sam, "k3", HttpMethod.Post, claim).Json();

        Assert.DoesNotContain("Sam", late["roles"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_removal_sent_twice_is_removed_and_an_edit_of_what_is_gone_finds_nothing()
    {
        var address = $"/api/events/{(await fixture.Charter(new() { ["publish"] = false }))["id"]}";
        await Send(Queen.Dana, "k4", HttpMethod.Put, address, new { title = "Party" }).Json();

        await Send(Queen.Dana, "k4", HttpMethod.Delete, address).Json(204);
        await Send(Queen.Dana, "k4", HttpMethod.Delete, address).Json(204);

        await Send(Queen.Dana, "k4", HttpMethod.Put, address, new { title = "Party" }).Json(404);
        await Send(Queen.Dana, "another", HttpMethod.Delete, address).Json(404);
    }

    [Fact]
    public async Task One_key_is_for_one_wish_of_one_member_on_one_route()
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

    /// <summary>The link itself is kept nowhere, so a repeat is answered with one that opens the same page.</summary>
    [Fact]
    public async Task A_guests_link_asked_for_twice_is_a_link_and_a_key_used_for_another_wish_is_refused()
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
    public async Task A_used_key_is_told_after_what_is_not_there_and_not_allowed()
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
    public async Task A_refused_wish_may_be_mended_under_its_key()
    {
        await Send(Queen.Dana, "k7", HttpMethod.Post, "/api/vessels", new { name = "Mistral" }).Json(422);

        await Send(Queen.Dana, "k7", HttpMethod.Post, "/api/vessels", new { name = "Mistral", passenger_capacity = 6 })
            .Json(201);
    }

    [Fact]
    public async Task Twenty_at_once_under_one_key_make_one_charter()
    {
        var body = new { vessel_id = fixture.Aurora, event_date = "2026-07-09", captain_id = Queen.Kim.MemberId };

        var answers =
            await Task.WhenAll(
                Enumerable.Range(0, 20)
                    .Select(_ => Send(Queen.Dana, "k8", HttpMethod.Post, "/api/events", body).Json(201)));

        Assert.Single(answers.Select(answer => answer.Id()).Distinct());
    }

    private static Task<HttpResponseMessage> Send(
        TestUser hand, string key, HttpMethod method, string address, object? body = null) =>
        hand.Api.With("Idempotency-Key", key, method, address, body);

    private Task<long> Head() => fixture.Ship.In(services =>
    {
        var db = services.GetRequiredService<AppDbContext>();
        db.UseOperator(Queen.OperatorId);
        return db.Log.MaxAsync(entry => entry.Seq);
    });
}
