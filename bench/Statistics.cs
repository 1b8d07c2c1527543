namespace Bench;

/// <summary>Summarizes a series of measured times, and compares two.</summary>
internal static class Statistics
{
    public static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    /// <summary>The time that the given percentage of the times do not exceed.</summary>
    public static double Percentile(List<double> times, int percent)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)];
    }

    /// <summary>The two-sided p-value by the normal approximation, which is accurate from about 20 values on.</summary>
    public static double MannWhitney(List<double> ones, List<double> others)
    {
        double n = ones.Count, m = others.Count;
        var wins = ones.Sum(
            one => others.Count(other => one > other) + (others.Count(other => one.Equals(other)) / 2.0));
        var deviation = Math.Abs(wins - (n * m / 2)) / Math.Sqrt(n * m * (n + m + 1) / 12);
        return TwoTails(deviation);
    }

    /// <summary>Both tails of the normal distribution (Abramowitz and Stegun 7.1.26, error below 1.5e-7).</summary>
    private static double TwoTails(double deviation)
    {
        var x = deviation / Math.Sqrt(2);
        var t = 1 / (1 + (0.3275911 * x));
        return t * (0.254829592
            + (t * (-0.284496736 + (t * (1.421413741 + (t * (-1.453152027 + (t * 1.061405429)))))))) * Math.Exp(-x * x);
    }
}
