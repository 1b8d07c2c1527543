namespace Bench.Speed;

/// <summary>One open event stream, as a page or a program holds it.</summary>
internal sealed class EventSource(int port) : IDisposable
{
    private const string Change = "event: change";
    private readonly Connection connection = new(port);

    /// <summary>The end of what came last, in case a message is split.</summary>
    private string rest = "";

    /// <summary>Opens the stream and waits for its first message.</summary>
    public async Task Open(byte[] request, CancellationToken cancel)
    {
        var head = await connection.Begin(request, cancel);
        if (!head.StartsWith("HTTP/1.1 200", StringComparison.Ordinal)) throw new InvalidOperationException(head);
        await connection.More(cancel);
    }

    /// <summary>Calls back on each change, until it is cancelled.</summary>
    public async Task Listen(Action onChange, CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                var text = rest + await connection.More(cancel);
                var at = 0;
                for (int next; (next = text.IndexOf(Change, at, StringComparison.Ordinal)) >= 0;)
                {
                    at = next + Change.Length;
                    onChange();
                }

                rest = text[Math.Max(at, text.Length - Change.Length + 1)..];
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }

    public void Dispose() => connection.Dispose();
}
