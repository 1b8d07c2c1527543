namespace Bench.Speed;

/// <summary>Runs all lines against the product.</summary>
internal static class ProductRun
{
    public static async Task<List<Result>> Run(Product product, SpeedOptions options)
    {
        var (server, _) = await product.Serve();
        await using var running = server;
        await Task.Delay(TimeSpan.FromSeconds(2));
        var idle = server.Megabytes;
        using var sample = await SampleOperator.Create(product, options.Effort.Signatures);
        var lines = new ProductLines(sample).All()
            .Where(line => options.Only is not { } text || line.Name.Contains(text, StringComparison.OrdinalIgnoreCase))
            .ToList();
        foreach (var line in lines.Where(line => line.Most is null))
            await Measurement.WarmUp(server, line, options.Effort);
        var results = new List<Result>();
        foreach (var line in lines)
        {
            results.Add(await Measurement.Run(server, line, options.Effort));
            Console.WriteLine(results[^1].Row);
        }

        if (options.Only is not null) return results;
        results.AddRange(await MixedLoad.Run(server, sample, options.Effort));
        await OpenPages.Run(server, sample, options.Effort);
        var loaded = server.Megabytes;
        await ManyStreams.Run(server, sample, options.Effort);
        SpeedTable.Print($"Memory: {idle:F0} MB idle (no operator yet), {loaded:F0} MB after the load above");
        return results;
    }
}
