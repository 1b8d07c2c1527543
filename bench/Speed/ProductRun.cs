namespace Bench.Speed;

/// <summary>Measures the product by itself, on the year of one operator.</summary>
internal static class ProductRun
{
    public const string MemoryAfter = "memory after the load";

    /// <returns>The table of the other figures, to which more are added; null if only requests are measured.</returns>
    public static async Task<ReportTable?> Run(Product product, SpeedOptions options, Report report, string folder)
    {
        var effort = options.Effort;
        var (server, _) = await product.Serve();
        await using var running = server;
        using var sample = await Sample.Open(product);
        await sample.AddSigners(effort.Signatures);
        var lines = new ProductLines(sample).All().Where(line => options.Includes(line.Name)).ToList();
        await Measurement.WarmUp(server, lines, effort);
        var requests = report.Begin("Requests", Result.Columns);
        var results = new List<Result>();
        foreach (var line in lines)
        {
            results.Add(await Measurement.Run(server, line, effort));
            requests.Add(results[^1].Row);
        }

        if (options.Only is not null) return null;
        foreach (var miss in await ColdMisses.Run(server, sample, effort)) requests.Add(miss.Row);
        var toggle = results.First(result => result.Name == ProductLines.Toggle);
        requests.Add((await MixedLoad.Run(server, sample, toggle, effort)).Row);
        requests.Add((await OpenPages.Run(server, sample, effort)).Row);
        var memory = server.Megabytes;
        await Ceilings.Run(folder, effort, requests);
        await FlaskComparison.Run(server, product, lines, effort, report, folder);
        var figures = report.Begin("Streams, memory and start", "what", "wanted", "measured");
        figures.Add(MemoryAfter, Targets.Of(MemoryAfter), Report.Text($"{memory:F0} MB"));
        await ManyStreams.Run(server, sample, effort, figures);
        return figures;
    }
}
