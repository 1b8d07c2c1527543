using System.Net.ServerSentEvents;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;

namespace ShipCaptainCrew.Tests.Support;

/// <summary>A stream somebody watches, message by message.</summary>
public sealed class EventStreamReader : IAsyncDisposable
{
    private readonly HttpResponseMessage answer;
    private readonly IAsyncEnumerator<SseItem<string>> items;

    private EventStreamReader(HttpResponseMessage answer, IAsyncEnumerator<SseItem<string>> items) =>
        (this.answer, this.items) = (answer, items);

    public static async Task<EventStreamReader> Begin(HttpClient client, string address, string? lastEventId = null)
    {
        var request =
            new HttpRequestMessage(HttpMethod.Get, address) { Headers = { { "Accept", "text/event-stream" } } };
        if (lastEventId is not null) request.Headers.TryAddWithoutValidation("Last-Event-ID", lastEventId);
        var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(
            (200, "text/event-stream"), ((int)answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        return new(
            answer, SseParser.Create(await answer.Content.ReadAsStreamAsync()).EnumerateAsync().GetAsyncEnumerator());
    }

    /// <summary>The next message; null where the stream ended.</summary>
    public async Task<SseItem<string>?> Next() =>
        await items.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)) ? items.Current : null;

    /// <summary>The next message as its name and the kind or revision it tells.</summary>
    public async Task<string> Hear() => await Next() is { } item ? $"{item.EventType} {Said(item)}".TrimEnd() : "end";

    /// <summary>
    /// The next message within so many seconds of the ship's clock, which goes on one by one, as clocks do.
    /// </summary>
    public async Task<string> Hear(FakeTimeProvider clock, int seconds)
    {
        var message = Hear();
        for (var second = 0; second < seconds && await Task.WhenAny(message, Task.Delay(15)) != message; second++)
            clock.Advance(TimeSpan.FromSeconds(1));
        return await message;
    }

    public async ValueTask DisposeAsync()
    {
        answer.Dispose();
        try
        {
            await items.DisposeAsync();
        }
        catch (Exception cut) when (cut is IOException or OperationCanceledException or NotSupportedException)
        {
            // The line was cut while a message was awaited.
        }
    }

    private static string Said(SseItem<string> item) =>
        (string?)JsonNode.Parse(item.Data)?["kind"] ?? item.EventId ?? "";
}
