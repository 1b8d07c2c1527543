using Bench.Generate;

namespace Bench.Speed;

/// <summary>
/// Measures the published product and its peers in one run on one machine, and prints tables: the processor time of the
/// server for each request, which holds on a busy machine, and rates and times, which do not.
/// </summary>
internal static class SpeedTable
{
    private const int Charters = 400;

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
        var (report, product) = (new Report(), new Product(app, Path.Combine(folder, "data")));
        var machine = Report.Text($"{Machine.Commit()}; {Machine.Text}; load {Machine.Load} at the start");
        Console.WriteLine(machine);
        await Generator.Generate(product, new() { Folder = product.Data, Operators = 1, Charters = Charters });
        if (await ProductRun.Run(product, options, report, folder) is { } figures)
        {
            await DemoStart.Run(new(app, Path.Combine(folder, "demo")), options.Effort, figures);
            await DataSizes.Run(app, options, report, figures, folder);
        }

        Report.Say($"\nLoad at the end: {Machine.Load}");
        if (!options.Markdown) return;
        Console.WriteLine($"\n{machine}\n");
        report.PrintMarkdown();
    }
}
