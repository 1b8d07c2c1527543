using System.Globalization;

namespace Bench.Speed;

/// <summary>
/// Measures the published product and its peers in one run on one machine, and prints a table: the processor time of
/// the server for each request, which holds on a busy machine, and rates and times, which do not.
/// </summary>
internal static class SpeedTable
{
    public static async Task Run(IReadOnlyList<string> words)
    {
        var options = SpeedOptions.Read(words);
        var folder = Directory.CreateTempSubdirectory("scc-speed-").FullName;
        try
        {
            await Run(options, folder);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task Run(SpeedOptions options, string folder)
    {
        var app = options.App ?? Path.Combine(folder, "app");
        if (options.App is null) await Publishing.Publish(app);
        var product = new Product(app, Path.Combine(folder, "data"));
        Console.WriteLine($"Commit {Machine.Commit()}; {Machine.Text}; load {Machine.Load}");
        Console.WriteLine();
        Console.WriteLine("| what | CPU ms | a second | p50 ms | p95 ms | p99 ms |");
        Console.WriteLine("| --- | --- | --- | --- | --- | --- |");
        var results = await ProductRun.Run(product, options);
        if (options.Only is not null) return;
        results.AddRange(await Peers.Run(product, folder, options.Effort));
        Console.WriteLine();
        foreach (var ratio in Ratios.Of(results)) Console.WriteLine(ratio);
        await DemoStart.Print(new(app, Path.Combine(folder, "demo")), options.Effort);
    }

    public static void Print(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
