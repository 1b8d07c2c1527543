using System.Diagnostics;

namespace Bench.Speed;

/// <summary>2,000 event streams on 200 charters, with 50 toggles a second.</summary>
internal static class ManyStreams
{
    private const int Charters = 200;
    private const int Each = 10;
    private const int Half = Charters * Each / 2;
    private const int AtOnce = 20;
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Drain = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestOpening = TimeSpan.FromMinutes(2);

    public static async Task Run(ServerProcess server, SampleOperator sample, Effort effort)
    {
        var charters = await sample.Book(Charters, startsIn: 40, guests: 0);
        var sources = Enumerable.Range(0, Charters * Each).Select(_ => new EventSource(server.Port)).ToList();
        try
        {
            await Open(sources, charters, sample, 0);
            await Task.Delay(TimeSpan.FromSeconds(1));
            SpeedTable.Print($"Memory: {server.Megabytes:F0} MB with {Half:N0} streams");
            await Open(sources, charters, sample, Half);
            await Toggle(server, sources, charters, sample, effort);
        }
        finally
        {
            sources.ForEach(source => source.Dispose());
        }
    }

    /// <summary>Opens half of the streams.</summary>
    private static async Task Open(
        List<EventSource> sources, IReadOnlyList<SampleCharter> charters, SampleOperator sample, int first)
    {
        using var late = new CancellationTokenSource(LongestOpening);
        await Parallel.ForAsync(first, first + Half, new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (i, _) => await sources[i].Open(sample.Owner.Visitor.Get(
                $"/api/events/{charters[i % Charters].Id}/stream", "Accept: text/event-stream\r\n"), late.Token));
    }

    private static async Task Toggle(
        ServerProcess server, List<EventSource> sources, IReadOnlyList<SampleCharter> charters, SampleOperator sample,
        Effort effort)
    {
        var (sent, delays) = (new long[Charters], new List<double>());
        using var stop = new CancellationTokenSource(effort.Streaming + TimeSpan.FromMinutes(1));
        var listening = sources.Select((source, i) => source.Listen(at => Arrived(i, at), stop.Token)).ToList();
        var taps = charters.Select(charter => new Taps(charter, 1)).ToList();
        var idle = Enumerable.Range(0, 32).Select(_ => new Connection(server.Port)).ToList();
        var free = new System.Collections.Concurrent.ConcurrentBag<Connection>(idle);
        var (before, watch, toggles) = (server.Cpu, Stopwatch.StartNew(), new List<Task>());
        using (var timer = new PeriodicTimer(Pace))
            while (watch.Elapsed < effort.Streaming && await timer.WaitForNextTickAsync())
                toggles.Add(Send(toggles.Count % Charters));
        await Task.WhenAll(toggles);
        var cpu = server.Cpu - before;
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Drain && Count() < toggles.Count * Each;)
            await Task.Delay(50);
        await stop.CancelAsync();
        await Task.WhenAll(listening);
        idle.ForEach(connection => connection.Dispose());
        var rate = toggles.Count / watch.Elapsed.TotalSeconds;
        SpeedTable.Print($"{sources.Count:N0} streams on {Charters} charters, {rate:F0} toggles/s, {cpu:N0} ms of CPU");
        SpeedTable.Print($"… {delays.Count:N0} of {toggles.Count * Each:N0} signals, p95 {Of(95):F0} ms");

        double Of(int percent) => Statistics.Percentile(delays, percent);

        void Arrived(int stream, long at)
        {
            var delay = Stopwatch.GetElapsedTime(sent[stream % Charters], at).TotalMilliseconds;
            lock (delays) delays.Add(delay);
        }

        int Count()
        {
            lock (delays) return delays.Count;
        }

        async Task Send(int charter)
        {
            var connection = free.TryTake(out var one) ? one : new Connection(server.Port);
            sent[charter] = Stopwatch.GetTimestamp();
            (await connection.Send(taps[charter].NextRequest(sample.Owner.Visitor, 0))).Expect(200);
            free.Add(connection);
        }
    }
}
