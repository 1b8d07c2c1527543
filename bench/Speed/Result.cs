namespace Bench.Speed;

/// <summary>What was measured of a line. Processor time and times to the answer in milliseconds.</summary>
internal sealed record Result(string Name, int Count, double Cpu, double Seconds, List<double> Times)
{
    public static readonly string[] Columns = ["line", "wanted", "CPU ms", "a second", "p50 ms", "p95 ms", "p99 ms"];

    public double CpuEach => Cpu / Count;

    public double Rate => Count / Seconds;

    public string[] Row =>
    [
        Name, Targets.Of(Name), ReportTable.Number(CpuEach), ReportTable.Number(Rate), Percentile(50), Percentile(95),
        Percentile(99),
    ];

    public Result And(Result other) =>
        new(Name, Count + other.Count, Cpu + other.Cpu, Seconds + other.Seconds, [.. Times, .. other.Times]);

    private string Percentile(int percent) => ReportTable.Number(Statistics.Percentile(Times, percent));
}
