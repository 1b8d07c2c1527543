using System.Diagnostics;

namespace Bench.Speed;

/// <summary>
/// A hundred open pages of one charter: after each tap the server signals all of them, and each fetches its body again,
/// over a connection of its own.
/// </summary>
internal sealed class OpenPages : IDisposable
{
    public const string Refreshes = "refresh after a signal, 100 open pages";
    private const int Pages = 100;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly Sample sample;
    private readonly SampleCharter charter;
    private readonly List<OpenPage> pages;

    private OpenPages(ServerProcess server, Sample sample)
    {
        (this.sample, charter) = (sample, sample.Charters[12]);
        pages = [.. Enumerable.Range(0, Pages).Select(_ => new OpenPage(server.Port, sample, charter))];
    }

    public static async Task<Result> Run(ServerProcess server, Sample sample, Effort effort)
    {
        using var all = new OpenPages(server, sample);
        foreach (var page in all.pages) await page.Open();
        for (var i = 0; i < 3; i++) await all.Refresh(server, []);
        var (before, watch, times) = (server.Cpu, Stopwatch.StartNew(), new List<double>());
        for (var i = 0; i < effort.Refreshes; i++) await all.Refresh(server, times);
        return new(Refreshes, times.Count, server.Cpu - before, watch.Elapsed.TotalSeconds, times);
    }

    public void Dispose() => pages.ForEach(page => page.Dispose());

    /// <summary>One tap, and the time until each page is up to date.</summary>
    private async Task Refresh(ServerProcess server, List<double> times)
    {
        using var stop = new CancellationTokenSource(Longest);
        var start = Stopwatch.GetTimestamp();
        var updated = pages.ConvertAll(page => page.Updated(stop.Token));
        using var connection = new Connection(server.Port);
        (await connection.Send(charter.Taps.NextRequest(sample.Owner.Visitor))).Expect(200);
        await foreach (var page in Task.WhenEach(updated))
        {
            await page;
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    }
}
