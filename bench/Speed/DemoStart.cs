namespace Bench.Speed;

/// <summary>How long the published product takes on the demo until it is ready, and its memory then.</summary>
internal static class DemoStart
{
    public const string Start = "start on the demo until ready";
    public const string Memory = "memory idle on the demo";
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    public static async Task Run(Product product, Effort effort, ReportTable figures)
    {
        await product.Run("demo");
        var (times, memory) = (new List<double>(), new List<double>());
        for (var i = 0; i < effort.Starts; i++)
        {
            var (server, time) = await product.Serve();
            await using var running = server;
            times.Add(time.TotalSeconds);
            await Task.Delay(Idle);
            memory.Add(server.Megabytes);
        }

        figures.Add(Start, Targets.Of(Start), Report.Text($"{Statistics.Median(times):F2} s"));
        figures.Add(Memory, Targets.Of(Memory), Report.Text($"{Statistics.Median(memory):F0} MB"));
    }
}
