namespace Bench.Speed;

/// <summary>Measures the product by itself, on the year of one operator.</summary>
internal static class ProductRun
{
    public const string MemoryAfter = "memory after the load";

    /// <returns>The table of the other figures, to which more are added; null if only requests are measured.</returns>
    public static async Task<ReportTable?> Run(Product product, SpeedOptions options, Report report, string folder)
    {
        var (effort, (server, _)) = (options.Effort, await product.Serve());
        await using var running = server;
        using var sample = await Sample.Open(product);
        await sample.AddSigners(effort.Signatures);
        var lines = new ProductLines(sample).All().Where(line => options.Includes(line.Name)).ToList();
        await Measurement.WarmUp(server, lines, effort);
        var requests = report.Begin("Requests", Result.Columns);
        var results = new List<Result>();
        foreach (var line in lines) Add(await Measurement.Run(server, line, effort));
        if (options.Only is not null)
        {
            await Ceilings.Run(folder, effort, requests);
            await FlaskComparison.Run(server, product, lines, effort, report, folder);
            return null;
        }

        foreach (var miss in await ColdMisses.Run(server, sample, effort)) Add(miss);
        var toggle = results.First(result => result.Name == ProductLines.Toggle);
        Add(await MixedLoad.Run(server, sample, toggle, effort));
        Add(await OpenPages.Run(server, sample, effort));
        var memory = server.Megabytes;
        await Ceilings.Run(folder, effort, requests);
        Capacity.Add(results, report);
        await FlaskComparison.Run(server, product, lines, effort, report, folder);
        var figures = report.Begin("Streams, memory and start", "what", "wanted", "measured");
        figures.Add(MemoryAfter, Targets.Of(MemoryAfter), Report.Text($"{memory:F0} MB"));
        await ManyStreams.Run(server, sample, effort, figures);
        return figures;

        void Add(Result result)
        {
            results.Add(result);
            requests.Add(result.Row);
        }
    }
}
