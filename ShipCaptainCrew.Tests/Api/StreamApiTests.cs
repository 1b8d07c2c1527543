using System.Text.Json.Nodes;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Api;

public sealed class StreamApiTests(TwoOperatorsFixture fixture) : IClassFixture<TwoOperatorsFixture>, IAsyncLifetime
{
    private string charter = "";
    private long created;

    private Cast Queen => fixture.Queen;

    public async ValueTask InitializeAsync()
    {
        var made = await fixture.Charter();
        (charter, created) = ($"/api/events/{made["id"]}", (long)made["revision"]!);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_stream_starts_with_hello_and_sends_each_change_of_its_charter()
    {
        await using var stream = await EventStreamReader.Begin(Queen.Alex.Api, $"{charter}/stream");
        Assert.Equal($"hello {created}", await stream.Hear());

        await fixture.Charter();
        await Queen.Sam.Api.Post($"{charter}/roles/deckhand/claim").Json();

        var change = (await stream.Next())!.Value;
        var data = JsonNode.Parse(change.Data)!;
        Assert.Equal(("change", TimeSpan.FromSeconds(2)), (change.EventType, change.ReconnectionInterval));
        Assert.Equal(["kind", "revision", "at"], data.AsObject().Select(field => field.Key));
        Assert.Equal(("role.claimed", $"{fixture.Ship.Clock.GetUtcNow():yyyy-MM-dd'T'HH:mm:ss'Z'}", change.EventId),
            ((string?)data["kind"], (string?)data["at"], data["revision"]!.ToString()));
    }

    [Fact]
    public async Task An_idle_stream_sends_a_heartbeat_every_15_seconds()
    {
        await using var stream = await EventStreamReader.Begin(Queen.Alex.Api, $"{charter}/stream");
        await stream.Hear();
        for (var beats = 0; beats < 3; beats++) Assert.Equal("heartbeat", await stream.Hear(fixture.Ship.Clock, 16));
    }

    [Fact]
    public async Task A_resumed_stream_sends_missed_changes_once()
    {
        await Queen.Sam.Api.Post($"{charter}/roles/deckhand/claim").Json();
        await fixture.Charter();
        await Queen.Sam.Api.Post($"{charter}/roles/deckhand/release").Json();

        await using var stream = await EventStreamReader.Begin(Queen.Alex.Api, $"{charter}/stream", $"{created}");

        Assert.Equal(($"hello {created}", "change role.claimed", "change role.released"),
            (await stream.Hear(), await stream.Hear(), await stream.Hear()));
        await Queen.Alex.Api.Post($"{charter}/roles/deckhand/claim").Json();
        Assert.Equal("change role.claimed", await stream.Hear());
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99999")]
    [InlineData("99999999999999999999")]
    [InlineData("one")]
    [InlineData("1; DROP TABLE log")]
    public async Task An_unknown_event_id_gets_a_reset(string lastEventId)
    {
        await using var stream = await EventStreamReader.Begin(Queen.Alex.Api, $"{charter}/stream", lastEventId);

        Assert.Equal($"reset {created}", await stream.Hear());
    }
}
