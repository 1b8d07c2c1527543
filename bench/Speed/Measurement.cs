using System.Diagnostics;

namespace Bench.Speed;

/// <summary>Runs a line over its connections; measures the processor time of the server and the times.</summary>
internal static class Measurement
{
    private const int WarmUpRounds = 3;
    private const double QuietCpu = 30;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestCompiling = TimeSpan.FromSeconds(8);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    /// <summary>Measures until enough processor time was used, after a short run that is not counted.</summary>
    public static async Task<Result> Run(ServerProcess server, Line line, Effort effort)
    {
        await Run(server, line, line.Most / 4 ?? effort.WarmUpRequests, double.MaxValue, effort.LongestWarmUp / 4);
        return await Run(server, line, line.Most * 3 / 4 ?? int.MaxValue, effort.EnoughCpu, effort.Longest);
    }

    /// <summary>Measures for a time.</summary>
    public static Task<Result> Run(ServerProcess server, Line line, TimeSpan time) =>
        Run(server, line, int.MaxValue, double.MaxValue, time);

    /// <summary>Measures as often as the line can be done.</summary>
    public static Task<Result> Once(ServerProcess server, Line line) =>
        Run(server, line, line.Most!.Value, double.MaxValue, TimeSpan.MaxValue);

    /// <summary>Lets the runtime compile, observe and compile again what is used often.</summary>
    public static async Task WarmUp(ServerProcess server, IReadOnlyList<Line> lines, Effort effort)
    {
        for (var round = 0; round < WarmUpRounds; round++)
        {
            foreach (var line in lines.Where(line => line.Most is null))
                await Run(server, line, effort.WarmUpRequests, double.MaxValue, effort.LongestWarmUp);
            await Settle(server);
        }
    }

    /// <summary>
    /// Waits until the server does nothing: the runtime compiles in the background, once nothing new was called for
    /// 0.1 s.
    /// </summary>
    private static async Task Settle(ServerProcess server)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < LongestCompiling;)
        {
            var before = server.Cpu;
            await Task.Delay(Quiet);
            if (server.Cpu - before < QuietCpu) return;
        }
    }

    private static async Task<Result> Run(
        ServerProcess server, Line line, int most, double enoughCpu, TimeSpan longest)
    {
        using var stop = new CancellationTokenSource();
        var (before, watch) = (server.Cpu, Stopwatch.StartNew());
        var left = most;
        var clients = Enumerable.Range(0, line.Connections).Select(_ => Task.Run(async () =>
        {
            var times = new List<double>();
            using var connection = new Connection(server.Port);
            while (!stop.IsCancellationRequested && Interlocked.Decrement(ref left) >= 0)
            {
                var start = Stopwatch.GetTimestamp();
                await line.Act(connection);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            return times;
        })).ToList();
        var all = Task.WhenAll(clients);
        while (!all.IsCompleted && watch.Elapsed < longest && server.Cpu - before < enoughCpu)
            await Task.WhenAny(all, Task.Delay(Look));
        await stop.CancelAsync();
        var times = (await all).SelectMany(some => some).ToList();
        return new(line.Name, times.Count, server.Cpu - before, watch.Elapsed.TotalSeconds, times);
    }
}
