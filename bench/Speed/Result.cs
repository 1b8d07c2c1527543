using System.Globalization;

namespace Bench.Speed;

/// <summary>What was measured of a line. Processor time and times to the answer in milliseconds.</summary>
internal sealed record Result(string Name, int Count, double Cpu, double Seconds, List<double> Times)
{
    public double CpuEach => Cpu / Count;

    public double Rate => Count / Seconds;

    public double Percentile(int percent) => Statistics.Percentile(Times, percent);

    public string Row => string.Create(
        CultureInfo.InvariantCulture,
        $"| {Name} | {CpuEach:F3} | {Rate:N0} | {Percentile(50):F1} | {Percentile(95):F1} | {Percentile(99):F1} |");
}
