using System.Collections.Concurrent;
using System.Diagnostics;

namespace Bench.Speed;

/// <summary>2,000 open pages on 200 charters, with 50 toggles a second.</summary>
internal sealed class ManyStreams : IDisposable
{
    public const string Memory = "memory with 1,000 streams";
    public const string Signals = "2,000 streams, 200 charters, 50 toggles/s: signal, p95";
    public const string Pages = "… each page fetched again: right within 2 s";
    private const int Each = 10;
    private const int AtOnce = 20;
    private const double SoonEnough = 2000;

    /// <summary>So many toggles at most wait for their answers; then the next ones are left out.</summary>
    private const int MostWaiting = 100;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);

    private readonly ServerProcess server;
    private readonly Sample sample;
    private readonly List<StreamedCharter> charters;
    private readonly ConcurrentBag<Connection> free = [];

    private ManyStreams(ServerProcess server, Sample sample)
    {
        (this.server, this.sample) = (server, sample);
        charters = [.. sample.Charters.Select(charter => new StreamedCharter(charter, server.Port, sample, Each))];
    }

    private IEnumerable<StreamedPage> AllPages => charters.SelectMany(charter => charter.Pages);

    public static async Task Run(ServerProcess server, Sample sample, Effort effort, ReportTable figures)
    {
        using var streams = new ManyStreams(server, sample);
        var pages = streams.AllPages.ToList();
        await Open(pages.Take(pages.Count / 2));
        await Task.Delay(TimeSpan.FromSeconds(1));
        figures.Add(Memory, Targets.Of(Memory), Report.Text($"{server.Megabytes:F0} MB"));
        await Open(pages.Skip(pages.Count / 2));
        var (delays, rate) = await streams.Toggle(effort.Streaming, areFetched: false);
        var late = Statistics.Percentile(delays, 95);
        figures.Add(Signals, Targets.Of(Signals), Report.Text($"{late:F0} ms at {rate:F0}/s"));
        (delays, rate) = await streams.Toggle(effort.Streaming, areFetched: true);
        var soon = 100.0 * delays.Count(delay => delay <= SoonEnough) / delays.Count;
        figures.Add(Pages, Targets.Of(Pages), Report.Text($"{soon:F1} % at {rate:F0}/s"));
    }

    public void Dispose()
    {
        foreach (var page in AllPages) page.Dispose();
        foreach (var connection in free) connection.Dispose();
    }

    private static Task Open(IEnumerable<StreamedPage> pages) => Parallel.ForEachAsync(
        pages, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (page, _) => await page.Open());

    /// <summary>Toggles items for a time.</summary>
    /// <returns>
    /// For each toggle and page, the ms until the signal or the fetched body, or infinity; and the toggles a second.
    /// </returns>
    private async Task<(List<double> Delays, double Rate)> Toggle(TimeSpan time, bool areFetched)
    {
        charters.ForEach(charter => charter.Begin());
        using var stop = new CancellationTokenSource();
        var listening = AllPages.Select(page => page.Run(areFetched, stop.Token)).ToList();
        var (watch, toggles) = (Stopwatch.StartNew(), new List<Task>());
        using (var timer = new PeriodicTimer(Pace))
            while (watch.Elapsed < time && await timer.WaitForNextTickAsync())
                if (toggles.Count(toggle => !toggle.IsCompleted) < MostWaiting)
                    toggles.Add(Send(charters[toggles.Count % charters.Count]));
        var rate = toggles.Count / watch.Elapsed.TotalSeconds;
        await Task.WhenAll(toggles);
        for (watch.Restart(); watch.Elapsed < Drain && !AllPages.All(page => page.IsDone);) await Task.Delay(50);
        await stop.CancelAsync();
        await Task.WhenAll(listening);
        return ([.. AllPages.SelectMany(page => page.Delays())], rate);
    }

    private async Task Send(StreamedCharter charter)
    {
        var connection = free.TryTake(out var one) ? one : new Connection(server.Port);
        charter.Sent.Add(Stopwatch.GetTimestamp());
        (await connection.Send(charter.Charter.Taps.NextRequest(sample.Owner.Visitor))).Expect(200);
        free.Add(connection);
    }
}
