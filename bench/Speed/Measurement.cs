using System.Diagnostics;

namespace Bench.Speed;

/// <summary>Runs a line over its connections; measures the processor time of the server and the times.</summary>
internal static class Measurement
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    public static async Task<Result> Run(ServerProcess server, Line line, Effort effort)
    {
        await WarmUp(server, line, effort);
        var left = line.Most - (line.Most / 4) ?? int.MaxValue;
        return await Run(server, line, left, effort.EnoughCpu, effort.Longest);
    }

    public static Task WarmUp(ServerProcess server, Line line, Effort effort) =>
        Run(server, line, line.Most / 4 ?? int.MaxValue, double.MaxValue, effort.WarmUp);

    private static async Task<Result> Run(
        ServerProcess server, Line line, int most, double enoughCpu, TimeSpan longest)
    {
        using var stop = new CancellationTokenSource();
        var (before, watch) = (server.Cpu, Stopwatch.StartNew());
        var left = most;
        var clients = Enumerable.Range(0, line.Connections).Select(number => Task.Run(async () =>
        {
            var times = new List<double>();
            using var connection = new Connection(server.Port);
            while (!stop.IsCancellationRequested && Interlocked.Decrement(ref left) >= 0)
            {
                var start = Stopwatch.GetTimestamp();
                await line.Act(number, connection);
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
