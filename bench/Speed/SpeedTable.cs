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
        var (options, output) = (SpeedOptions.Read(words), Console.Out);
        if (options.Markdown) Console.SetOut(Console.Error);
        var folder = Directory.CreateTempSubdirectory("scc-speed-").FullName;
        try
        {
            var report = await Run(options, folder);
            if (options.Markdown) await output.WriteLineAsync(report.Markdown);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<Report> Run(SpeedOptions options, string folder)
    {
        var app = options.App ?? Path.Combine(folder, "app");
        if (options.App is null) await Publishing.Publish(app);
        var (report, product) = (new Report(), new Product(app, Path.Combine(folder, "data")));
        report.Remark(options.App is { } built ? $"The build in {built}" : $"Commit {Machine.Commit()}");
        var today = TimeProvider.System.GetUtcNow();
        report.Remark(Report.Text($"Measured on {today:yyyy-MM-dd}, {options.Effort.Name} run"));
        report.Remark(Machine.Text);
        report.Remark($"Load {Machine.Load} at the start");
        await (options.OnlySizes ? MeasureSizes() : MeasureAll());
        report.Remark($"Load {Machine.Load} at the end");
        return report;

        async Task MeasureAll()
        {
            await Generator.Generate(product, new() { Folder = product.Data, Operators = 1, Charters = Charters });
            if (await ProductRun.Run(product, options, report, folder) is not { } figures) return;
            await DemoStart.Run(new(app, Path.Combine(folder, "demo")), options.Effort, figures);
            await DataSizes.Run(app, options, report, figures, folder);
        }

        Task MeasureSizes() =>
            DataSizes.Run(app, options, report, report.Begin("Amounts of data", "what", "wanted", "measured"), folder);
    }
}
