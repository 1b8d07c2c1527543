using System.Diagnostics;

namespace Bench.Speed;

/// <summary>
/// The first read of a charter after a change, when nothing about it can be kept. In each round an item of every
/// charter is marked, which is not measured; then every charter is read once.
/// </summary>
internal static class ColdMisses
{
    public const string Event = "event JSON, first read after a change";
    public const string Page = "charter page, first read after a change";
    private const int First = 20;
    private const int Charters = 60;

    /// <summary>Lets the server finish what it does after it answered a change.</summary>
    private static readonly TimeSpan Settling = TimeSpan.FromMilliseconds(100);

    public static async Task<IReadOnlyList<Result>> Run(ServerProcess server, Sample sample, Effort effort) =>
    [
        await Run(server, sample, effort, Event, charter => sample.Owner.Visitor.Get(Sample.JsonOf(charter))),
        await Run(server, sample, effort, Page, charter => sample.Browser.Get(Sample.PageOf(charter))),
    ];

    private static async Task<Result> Run(
        ServerProcess server, Sample sample, Effort effort, string name, Func<SampleCharter, byte[]> request)
    {
        var charters = sample.Charters.Skip(First).Take(Charters).ToList();
        var result = new Result(name, 0, 0, 0, []);
        using var open = new Connection(server.Port);
        for (var watch = Stopwatch.StartNew(); result.Cpu < effort.EnoughCpu && watch.Elapsed < effort.Longest * 2;)
        {
            foreach (var charter in charters)
                (await open.Send(charter.Taps.NextRequest(sample.Owner.Visitor))).Expect(200);
            await Task.Delay(Settling);
            var reads = new Queue<byte[]>(charters.Select(request));
            var line = Line.Of(name, reads.Dequeue, connections: 1) with { Most = charters.Count };
            result = result.And(await Measurement.Once(server, line));
        }

        return result;
    }
}
