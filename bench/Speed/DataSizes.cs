using Bench.Generate;

namespace Bench.Speed;

/// <summary>
/// The same pages and lists of one operator with little data, and with more data of its own and of other operators.
/// </summary>
internal static class DataSizes
{
    public const string IdleMinute = "a minute in which nobody does anything: CPU ms";

    public static async Task Run(string app, SpeedOptions options, Report report, string folder)
    {
        var columns = new List<List<double>>();
        var (names, sizes) = (new List<string>(), options.Effort.Sizes);
        foreach (var (i, size) in sizes.Index())
        {
            var product = new Product(app, Path.Combine(folder, $"size-{i}"));
            await Generator.Generate(product, new()
            {
                Folder = product.Data,
                Operators = size.Operators,
                Charters = size.Charters,
            });
            var results = await Measure(product, options.Effort);
            names = [.. results.Select(result => result.Name)];
            columns.Add([.. results.Select(result => result.CpuEach)]);
            Directory.Delete(product.Data, recursive: true);
        }

        var table = report.Begin("CPU ms by operators × charters of each (wanted: last / first ≤ 1.5)",
            ["line", .. sizes.Select(size => $"{size.Operators} × {size.Charters}"), "last / first"]);
        foreach (var (i, name) in names.Index())
            table.Add(name, [.. columns.Select(column => column[i]), columns[^1][i] / columns[0][i]]);
    }

    private static async Task<IReadOnlyList<Result>> Measure(Product product, Effort effort)
    {
        var (server, _) = await product.Serve();
        await using var running = server;
        using var sample = await Sample.Open(product);
        var (lines, results) = (Lines(sample), new List<Result>());
        await Measurement.WarmUp(server, lines, effort);
        foreach (var line in lines) results.Add(await Measurement.Run(server, line, effort));
        if (effort.WithIdleMinute) results.Add(await Idle(server));
        return results;
    }

    private static IReadOnlyList<Line> Lines(Sample sample)
    {
        var (program, browser, page) = (sample.Owner.Visitor, sample.Browser, Sample.PageOf(sample.Main));
        return
        [
            Line.Of(ProductLines.Me, program.Get("/api/me")),
            Line.Of(ProductLines.Event, program.Get(Sample.JsonOf(sample.Main))),
            Line.Of(ProductLines.Page, browser.Get(page)),
            Line.Of(ProductLines.Week, browser.Get(Sample.Week)),
            Line.Of("guests of a charter", browser.Get($"{page}/guests")),
            Line.Of("whole log", browser.Get($"/{Sample.Slug}/log")),
            Line.Of("sent emails", browser.Get($"/{Sample.Slug}/letters")),
            Line.Of("signed waivers", browser.Get($"/{Sample.Slug}/waivers")),
            Line.Of("GET /api/events, 10 of them", program.Get("/api/events?limit=10")),
            Line.Of(ProductLines.Toggle, () => sample.Main.Taps.NextRequest(program)),
            AfterChange(ProductLines.Week, sample, browser.Get(Sample.Week)),
            AfterChange("whole log", sample, browser.Get($"/{Sample.Slug}/log")),
        ];
    }

    /// <summary>A toggle and a read, so that the read cannot be answered from what was kept.</summary>
    private static Line AfterChange(string name, Sample sample, byte[] request) =>
        new($"toggle, then {name}", async open =>
        {
            (await open.Send(sample.Main.Taps.NextRequest(sample.Owner.Visitor))).Expect(200);
            (await open.Send(request)).Expect(200);
        });

    /// <summary>What the jobs of each minute cost with these operators.</summary>
    private static async Task<Result> Idle(ServerProcess server)
    {
        var before = server.Cpu;
        await Task.Delay(TimeSpan.FromMinutes(1));
        return new(IdleMinute, 1, server.Cpu - before, 60, []);
    }
}
