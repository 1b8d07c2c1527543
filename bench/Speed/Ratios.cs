using System.Globalization;

namespace Bench.Speed;

/// <summary>Compares the rates with those of the peers in the same run.</summary>
internal static class Ratios
{
    public static IEnumerable<string> Of(IReadOnlyList<Result> results)
    {
        foreach (var name in (string[])[ProductLines.Toggle, ProductLines.Event, ProductLines.Page])
        {
            if (Find(results, name) is not { } own || Find(results, Peers.Flask(name)) is not { } flask) continue;
            var (rate, cpu) = (own.Rate / flask.Rate, own.CpuEach / flask.CpuEach);
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{name}: {rate:F2} × the rate of Flask, {cpu:F2} × its CPU");
        }
    }

    private static Result? Find(IReadOnlyList<Result> results, string name) =>
        results.FirstOrDefault(result => result.Name == name);
}
