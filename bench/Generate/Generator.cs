using System.Diagnostics;
using Bench.Speed;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace Bench.Generate;

/// <summary>
/// Fills a new data folder with operators and their charters, with valid log and waiver chains. The entities are made
/// by the product's rules and written by prepared statements.
/// </summary>
internal static class Generator
{
    /// <summary>No charter is in these days, so that nobody is reminded while something is measured.</summary>
    public const int FreeDays = 5;

    public static async Task Run(IReadOnlyList<string> words)
    {
        var options = GenerateOptions.Read(words);
        var product = new Product(options.App ?? AppContext.BaseDirectory, options.Folder);
        var watch = Stopwatch.StartNew();
        await Generate(product, options);
        var (size, cpu) = ($"{options.Operators} × {options.Charters}", Environment.CpuUsage.TotalTime);
        Report.Say($"{size} charters in {watch.Elapsed:m\\:ss}, {cpu:m\\:ss} of processor time");
        if (!options.Verify) return;
        watch.Restart();
        Console.WriteLine((await product.Run("verify")).Split('\n')[^1]);
        Report.Say($"Verified in {watch.Elapsed:m\\:ss}");
    }

    /// <summary>
    /// Lets the product create the folder, then fills it. The rows of the next operator are made while those of one are
    /// written.
    /// </summary>
    public static async Task Generate(Product product, GenerateOptions options)
    {
        if (File.Exists(product.Database)) throw new ArgumentException($"{options.Folder} has a database already.");
        await product.Run("operator", "create", "--name", "Without data", "--slug", "without-data", "--email",
            "owner@without-data.example", "--time-zone", "America/Los_Angeles", "--latitude", "32.7", "--longitude",
            "-117.2");
        using var seal = Seal.In(new StoragePaths(options.Folder));
        using var database = new GeneratedDatabase(product.Database);
        var next = Task.Run(() => RowsOf(1, options, seal));
        for (var number = 1; number <= options.Operators; number++)
        {
            var (rows, following) = (await next, number + 1);
            if (following <= options.Operators) next = Task.Run(() => RowsOf(following, options, seal));
            database.InTransaction(() => database.Add(rows));
        }
    }

    private static List<object> RowsOf(int number, GenerateOptions options, Seal seal)
    {
        var data = new OperatorData(number);
        var (log, waivers) = (new OperatorLog(data.Operator.Id), new WaiverChain(data, seal));
        var now = TimeProvider.System.GetUtcNow();
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        data.Log(log, now.AddDays(-options.Charters));
        var charters = new List<CharterHistory>();
        for (var i = 0; i < options.Charters; i++)
        {
            var day = i - (options.Charters / 2);
            var charter = new CharterHistory(data, log, waivers);
            var date = today.AddDays(day < 0 ? day - 1 : day + FreeDays);
            charter.Plan(date, options.Guests, now.AddDays(Math.Min(day - 31, -31)));
            if (day < 0) charter.Sail();
            charters.Add(charter);
        }

        var entries = log.Entries().ToList();
        var revisions = entries.Where(entry => entry.CharterId is not null)
            .ToLookup(entry => entry.CharterId!.Value, entry => entry.Seq);
        charters.ForEach(charter => charter.SetRevision(revisions[charter.CharterId].Max()));
        return
        [
            .. data.Rows, .. charters.SelectMany(charter => charter.Rows), .. waivers.Records, .. waivers.Retentions,
            .. entries,
        ];
    }
}
