using System.Diagnostics;

namespace Bench.Speed;

/// <summary>
/// One of the open pages of a charter. The first signal belongs to the first toggle, and so on; a body that was
/// requested after a signal shows its toggle.
/// </summary>
internal sealed class StreamedPage(StreamedCharter charter, OpenPage page) : IDisposable
{
    /// <summary>When each signal came or, if bodies are fetched, the body that shows it (timestamps).</summary>
    private readonly List<long> right = [];
    private readonly SemaphoreSlim signal = new(0);
    private int signals;

    public bool IsDone => right.Count >= charter.Sent.Count;

    public Task Open() => page.Open();

    public void Begin()
    {
        right.Clear();
        signals = 0;
    }

    public async Task Run(bool areFetched, CancellationToken cancel)
    {
        var listening = page.Listen(areFetched ? Note : () => right.Add(Stopwatch.GetTimestamp()), cancel);
        if (areFetched) await Fetch(cancel);
        await listening;
    }

    /// <summary>The ms from each toggle on; infinite if it did not come.</summary>
    public IEnumerable<double> Delays() => charter.Sent.Select((sent, i) => i < right.Count
        ? Stopwatch.GetElapsedTime(sent, right[i]).TotalMilliseconds
        : double.PositiveInfinity);

    public void Dispose()
    {
        page.Dispose();
        signal.Dispose();
    }

    private void Note()
    {
        Interlocked.Increment(ref signals);
        signal.Release();
    }

    private async Task Fetch(CancellationToken cancel)
    {
        try
        {
            while (true)
            {
                await signal.WaitAsync(cancel);
                var shown = Volatile.Read(ref signals);
                if (shown <= right.Count) continue;
                await page.Fetch(cancel);
                while (right.Count < shown) right.Add(Stopwatch.GetTimestamp());
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }
}
