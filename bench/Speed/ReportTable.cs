using System.Diagnostics;
using System.Globalization;

namespace Bench.Speed;

/// <summary>A table with one row for each measured line.</summary>
internal sealed class ReportTable
{
    private static readonly DateTime Started = Process.GetCurrentProcess().StartTime;
    private readonly string title;
    private readonly List<string[]> rows = [];

    public ReportTable(string title, string[] columns)
    {
        this.title = title;
        Report.Say($"\n{title} (after {(TimeProvider.System.GetLocalNow().DateTime - Started).TotalSeconds:F0} s)");
        Add(columns);
    }

    public string Markdown
    {
        get
        {
            var dashes = rows[0].Select((_, i) => i == 0 ? "---" : "--:").ToArray();
            var lines = new[] { rows[0], dashes }.Concat(rows.Skip(1)).Select(row => $"| {string.Join(" | ", row)} |");
            return $"**{title}**\n\n{string.Join('\n', lines)}\n";
        }
    }

    public void Add(params string[] cells)
    {
        rows.Add(cells);
        Console.WriteLine(string.Concat(cells.Select((cell, i) => i == 0 ? $"{cell,-58}" : $" {cell,12}")));
    }

    public void Add(string name, params double[] values) => Add([name, .. values.Select(Number)]);

    /// <summary>A number with three significant digits at most, as far as they are after the point.</summary>
    public static string Number(double value) => value.ToString(
        Math.Abs(value) switch { < 1 => "0.###", < 10 => "0.##", < 100 => "0.#", _ => "N0" },
        CultureInfo.InvariantCulture);
}
