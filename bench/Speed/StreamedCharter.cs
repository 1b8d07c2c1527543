namespace Bench.Speed;

/// <summary>A charter with its open pages, and when its toggles were sent (timestamps).</summary>
internal sealed class StreamedCharter
{
    public StreamedCharter(SampleCharter charter, int port, Sample sample, int pages)
    {
        Charter = charter;
        Pages = [.. Enumerable.Range(0, pages).Select(_ => new StreamedPage(this, new(port, sample, charter)))];
    }

    public SampleCharter Charter { get; }

    public IReadOnlyList<StreamedPage> Pages { get; }

    public List<long> Sent { get; } = [];

    public void Begin()
    {
        Sent.Clear();
        foreach (var page in Pages) page.Begin();
    }
}
