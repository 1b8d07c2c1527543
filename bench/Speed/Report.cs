using System.Globalization;

namespace Bench.Speed;

/// <summary>The tables of a run. Each row is printed when it is measured.</summary>
internal sealed class Report
{
    private readonly List<string> remarks = [];
    private readonly List<ReportTable> tables = [];

    public string Markdown =>
        string.Join("\n", [$"{string.Join(". ", remarks)}.\n", .. tables.Select(table => table.Markdown)]);

    /// <summary>Starts a table. Its rows are added next.</summary>
    public ReportTable Begin(string title, params string[] columns)
    {
        tables.Add(new(title, columns));
        return tables[^1];
    }

    /// <summary>Says how it was measured.</summary>
    public void Remark(string text)
    {
        remarks.Add(text);
        Console.WriteLine(text);
    }

    public static void Say(FormattableString text) => Console.WriteLine(Text(text));

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
