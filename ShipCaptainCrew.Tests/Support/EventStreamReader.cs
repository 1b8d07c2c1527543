using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>Reads an event stream, message by message.</summary>
public sealed class EventStreamReader : IAsyncDisposable
{
    private readonly HttpResponseMessage response;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private EventStreamReader(HttpResponseMessage response, IAsyncEnumerator<SseItem<string>> items) =>
        (this.response, this.items) = (response, items);

    public static async Task<EventStreamReader> Begin(HttpClient client, string address, string? lastEventId = null)
    {
        var request =
            new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/event-stream" } } };
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(
            (200, "text/event-stream"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        var stream = await response.Content.ReadAsStreamAsync();
        return new(response, SseParser.Create(stream).EnumerateAsync().GetAsyncEnumerator());
    }

    /// <summary>The next message; null at the end of the stream.</summary>
    public async Task<SseItem<string>?> Next() =>
        await items.MoveNextAsync().AsTask().WithinLimit() ? items.Current : null;

    /// <summary>The next message as its event name and its kind or revision.</summary>
    public async Task<string> Hear() =>
        await Next() is { } item ? $"{item.EventType} {KindOrRevision(item)}".TrimEnd() : "end";

    /// <summary>The next message, while the clock is advanced by one second at a time, at most so many.</summary>
    public async Task<string> Hear(FakeTimeProvider clock, int seconds)
    {
        var message = Hear();
        for (var second = 0; second < seconds && await Task.WhenAny(message, Task.Delay(15)) != message; second++)
            clock.Advance(TimeSpan.FromSeconds(1));
        return await message;
    }

    public async ValueTask DisposeAsync()
    {
        response.Dispose();
        try
        {
            await items.DisposeAsync();
        }
        catch (Exception closed) when (closed is IOException or OperationCanceledException or NotSupportedException)
        {
            // The connection was closed while waiting for a message.
        }
    }

    private static string KindOrRevision(SseItem<string> item) =>
        (string?)JsonNode.Parse(item.Data)?["kind"] ?? item.EventId ?? "";
}
