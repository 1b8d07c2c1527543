using System.Diagnostics;

namespace Bench.Speed;

/// <summary>One open event stream, as a page or a program holds it.</summary>
internal sealed class EventSource(int port) : IDisposable
{
    private readonly Connection connection = new(port);

    /// <summary>Opens the stream and waits for its first message.</summary>
    public async Task Open(byte[] request, CancellationToken cancel)
    {
        var head = await connection.Begin(request, cancel);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException(head);
        await connection.More(cancel);
    }

    /// <summary>Calls back on each change, with its time (a timestamp of <see cref="Stopwatch"/>).</summary>
    public async Task Listen(Action<long> onChange, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var text = await connection.More(cancel);
                var now = Stopwatch.GetTimestamp();
                for (var at = 0; (at = text.IndexOf("event: change", at, StringComparison.Ordinal)) >= 0; at++)
                    onChange(now);
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    public void Dispose() => connection.Dispose();
}
