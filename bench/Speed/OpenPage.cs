namespace Bench.Speed;

/// <summary>A charter page in a browser: it listens for changes and fetches its body again after each.</summary>
internal sealed class OpenPage(int port, Sample sample, SampleCharter charter) : IDisposable
{
    private static readonly TimeSpan LongestOpening = TimeSpan.FromSeconds(60);
    private readonly EventSource source = new(port);
    private readonly Connection connection = new(port);
    private readonly byte[] body = sample.Browser.Get(Sample.PageOf(charter), ProductLines.Htmx);

    public async Task Open()
    {
        using var late = new CancellationTokenSource(LongestOpening);
        var stream = $"{Sample.PageOf(charter)}/stream";
        await source.Open(sample.Browser.Get(stream, "Accept: text/event-stream\r\n"), late.Token);
    }

    /// <summary>Waits for one change and fetches the body.</summary>
    public async Task Updated(CancellationToken cancel)
    {
        using var changed = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        await source.Listen(changed.Cancel, changed.Token);
        cancel.ThrowIfCancellationRequested();
        await Fetch(cancel);
    }

    /// <summary>Listens until it is cancelled.</summary>
    public Task Listen(Action onChange, CancellationToken cancel) => source.Listen(onChange, cancel);

    public async Task Fetch(CancellationToken cancel) => (await connection.Send(body, cancel)).Expect(200);

    public void Dispose()
    {
        source.Dispose();
        connection.Dispose();
    }
}
