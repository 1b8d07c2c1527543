namespace Bench.Speed;

/// <summary>
/// Measures the product and Flask in turn, so that what else runs on the machine slows both, and compares their rates.
/// </summary>
internal static class FlaskComparison
{
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(1.5);

    /// <summary>The name of the comparison of a line.</summary>
    public static string Of(string name) => $"{name}, against Flask";

    public static async Task Run(ServerProcess server, Product product, IReadOnlyList<Line> lines, Effort effort,
        Report report, string folder)
    {
        var table = report.Begin("Against Flask", "line", "wanted", "rate ratio", "CPU ratio", "product/s", "Flask/s",
            "product CPU", "Flask CPU");
        if (await FlaskPeer.Missing() is { } missing)
        {
            Console.WriteLine(missing);
            return;
        }

        var rows = FlaskRows.Copy(product.Database, Path.Combine(folder, "flask.db"));
        await using var flask = await FlaskPeer.Start(rows.Database);
        foreach (var peer in FlaskPeer.Lines(flask, rows))
        {
            if (lines.FirstOrDefault(line => line.Name == peer.Name) is not { } line) continue;
            var (own, other) = await Compare(server, line, flask, peer, effort.Rounds);
            var cells = new[] { own.Rate / other.Rate, own.CpuEach / other.CpuEach, own.Rate, other.Rate, own.CpuEach,
                other.CpuEach }.Select(ReportTable.Number);
            table.Add([Of(line.Name), Targets.Of(Of(line.Name)), .. cells]);
        }
    }

    private static async Task<(Result Own, Result Other)> Compare(
        ServerProcess server, Line line, ServerProcess flask, Line peer, int rounds)
    {
        await Measurement.Run(server, line, Turn / 3);
        await Measurement.Run(flask, peer, Turn / 3);
        var (own, other) = (new Result(line.Name, 0, 0, 0, []), new Result(peer.Name, 0, 0, 0, []));
        for (var i = 0; i < rounds; i++)
        {
            own = own.And(await Measurement.Run(server, line, Turn));
            other = other.And(await Measurement.Run(flask, peer, Turn));
        }

        return (own, other);
    }
}
