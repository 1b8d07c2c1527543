using System.Globalization;

namespace Bench.Speed;

/// <summary>The tables of a run. Each row is printed when it is measured, and all as Markdown at the end.</summary>
internal sealed class Report
{
    private readonly List<ReportTable> tables = [];

    /// <summary>Starts a table. Its rows are added next.</summary>
    public ReportTable Begin(string title, params string[] columns)
    {
        tables.Add(new(title, columns));
        return tables[^1];
    }

    public void PrintMarkdown() => tables.ForEach(table => Console.WriteLine(table.Markdown));

    public static void Say(FormattableString text) => Console.WriteLine(Text(text));

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
