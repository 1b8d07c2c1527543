using System.Diagnostics;
using Bench.Generate;

namespace Bench.Speed;

/// <summary>
/// The same pages and lists of one operator with little data, and with more data of its own and of other operators.
/// </summary>
internal static class DataSizes
{
    public const string IdleMinute = "a minute without requests, with the most data: CPU";

    /// <param name="figures">Gets what else is learned with the most data.</param>
    public static async Task Run(
        string app, SpeedOptions options, Report report, ReportTable figures, string folder)
    {
        var (columns, sizes) = (new List<IReadOnlyList<Result>>(), options.Effort.Sizes);
        foreach (var (i, size) in sizes.Index())
        {
            var product = new Product(app, Path.Combine(folder, $"size-{i}"));
            await Generate(product, size, figures);
            columns.Add(await Measure(product, options.Effort, i == sizes.Count - 1 ? figures : null));
            Directory.Delete(product.Data, recursive: true);
        }

        var table = report.Begin("CPU ms by operators × charters of each (wanted: last / first ≤ 1.5)",
            ["line", .. sizes.Select(size => $"{size.Operators} × {size.Charters}"), "last / first"]);
        foreach (var (i, first) in columns[0].Index())
        {
            var each = columns.ConvertAll(column => column[i].CpuEach);
            table.Add(first.Name, [.. each, each[^1] / each[0]]);
        }
    }

    private static async Task Generate(Product product, (int Operators, int Charters) size, ReportTable figures)
    {
        var watch = Stopwatch.StartNew();
        await Generator.Generate(product, new()
        {
            Folder = product.Data,
            Operators = size.Operators,
            Charters = size.Charters,
        });
        var name = $"generate {size.Operators} × {size.Charters} charters";
        figures.Add(name, Targets.Of(name), Report.Text($"{watch.Elapsed.TotalSeconds:F0} s"));
    }

    private static async Task<IReadOnlyList<Result>> Measure(Product product, Effort effort, ReportTable? figures)
    {
        var (server, _) = await product.Serve();
        await using var running = server;
        using var sample = await Sample.Open(product);
        List<Line> lines = [.. Few(sample), .. effort.WithAllLists ? Others(sample) : []];
        var results = new List<Result>();
        await Measurement.WarmUp(server, lines, effort);
        foreach (var line in lines) results.Add(await Measurement.Run(server, line, effort));
        if (figures is not null && effort.WithAllLists) await Idle(server, figures);
        return results;
    }

    /// <summary>What the jobs of a minute cost.</summary>
    private static async Task Idle(ServerProcess server, ReportTable figures)
    {
        var before = server.Cpu;
        await Task.Delay(TimeSpan.FromMinutes(1));
        figures.Add(IdleMinute, Targets.Of(IdleMinute), Report.Text($"{server.Cpu - before:F0} ms"));
    }

    private static List<Line> Few(Sample sample) =>
    [
        Line.Of(ProductLines.Event, sample.Owner.Visitor.Get(Sample.JsonOf(sample.Main))),
        Line.Of(ProductLines.Week, sample.Browser.Get(Sample.Week)),
        Line.Of("guests of a charter", sample.Browser.Get($"{Sample.PageOf(sample.Main)}/guests")),
        Line.Of("whole log", sample.Browser.Get($"/{Sample.Slug}/log")),
        Line.Of("search for a guest by name", sample.Browser.Get($"/{Sample.Slug}/find?q=Castro")),
        Line.Of("search for a vessel's charters", sample.Browser.Get($"/{Sample.Slug}/find?q=sail")),
        Line.Of(ProductLines.Toggle, () => sample.Main.Taps.NextRequest(sample.Owner.Visitor)),
    ];

    private static List<Line> Others(Sample sample) =>
    [
        Line.Of(ProductLines.Me, sample.Owner.Visitor.Get("/api/me")),
        Line.Of(ProductLines.Page, sample.Browser.Get(Sample.PageOf(sample.Main))),
        Line.Of("sent emails", sample.Browser.Get($"/{Sample.Slug}/letters")),
        Line.Of("signed waivers", sample.Browser.Get($"/{Sample.Slug}/waivers")),
        Line.Of("GET /api/events, 10 of them", sample.Owner.Visitor.Get("/api/events?limit=10")),
        AfterToggle(ProductLines.Week, sample, sample.Browser.Get(Sample.Week)),
        AfterToggle("whole log", sample, sample.Browser.Get($"/{Sample.Slug}/log")),
    ];

    /// <summary>A toggle and a read, so that the read cannot be answered from what was kept.</summary>
    private static Line AfterToggle(string name, Sample sample, byte[] request) =>
        new($"toggle, then {name}", async open =>
        {
            (await open.Send(sample.Main.Taps.NextRequest(sample.Owner.Visitor))).Expect(200);
            (await open.Send(request)).Expect(200);
        });
}
