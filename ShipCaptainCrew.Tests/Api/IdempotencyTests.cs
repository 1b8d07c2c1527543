using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

/// <summary>Repeated requests with the same Idempotency-Key.</summary>
public sealed partial class IdempotencyTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>
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
