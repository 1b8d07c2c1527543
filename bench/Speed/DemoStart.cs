namespace Bench.Speed;

/// <summary>How long the published product takes on the demo until it is ready, and its memory then.</summary>
internal static class DemoStart
{
    public static async Task Print(Product product, Effort effort)
    {
        await product.Run("demo");
        var (times, memory) = (new List<double>(), new List<double>());
        for (var i = 0; i < effort.Starts; i++)
        {
            var (server, time) = await product.Serve();
            await using var running = server;
            times.Add(time.TotalSeconds);
            await Task.Delay(TimeSpan.FromSeconds(2));
            memory.Add(server.Megabytes);
        }

        SpeedTable.Print(
            $"Demo: ready {Statistics.Median(times):F2} s after its start, {Statistics.Median(memory):F0} MB idle");
    }
}
