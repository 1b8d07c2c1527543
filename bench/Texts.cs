using System.Globalization;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Tests.Support;

namespace Bench;

/// <summary>
/// Measures the time to read costly waiver texts, compared with an ordinary waiver of the same length, and the memory
/// in use while twenty of the most costly ones are read at once.
/// </summary>
internal static class Texts
{
    private const int AtOnce = 20;
    private static readonly int[] Lengths = [3_000, 12_000, 59_000];

    public static async Task Run()
    {
        foreach (var (_, make) in CostlyTexts.All) WaiverHtml.Of(make(Lengths[0]));
        foreach (var length in Lengths)
        {
            var normal = Time(CostlyTexts.Normal(length));
            Print($"An ordinary waiver of {length} characters: {normal:F2} ms");
            var worst = CostlyTexts.All.Select(text => (text.Name, Text: text.Make(length)))
                .Select(text => (text.Name, text.Text, Time: Time(text.Text)))
                .OrderByDescending(text => text.Time).ToList();
            foreach (var (name, text, time) in worst.Take(8))
                Print($"{time / normal,8:F1} × {time,8:F2} ms  {name}: {Outcome(text)}");
            var heap = await Heap([.. worst.Take(AtOnce).Select(text => text.Text)]);
            Print($"The {AtOnce} most costly ones at once: {heap / 1e6:F0} MB of heap");
        }
    }

    /// <summary>The shortest processor time in milliseconds; the first times include compiling.</summary>
    private static double Time(string text)
    {
        var (best, total) = (double.MaxValue, 0.0);
        for (var round = 0; round < 3 || (total < 50 && round < 30); round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            WaiverHtml.Of(text);
            var time = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            (best, total) = (Math.Min(best, time), total + time);
        }

        return best;
    }

    /// <summary>The greatest size of the heap, with garbage, while all texts are read at once, three times.</summary>
    private static async Task<long> Heap(IReadOnlyList<string> texts)
    {
        var (most, reading) = (0L, true);
        var watching = Task.Run(() =>
        {
            while (Volatile.Read(ref reading)) most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: false));
        });
        for (var round = 0; round < 3; round++)
            await Task.WhenAll(texts.Select(text => Task.Run(() => WaiverHtml.Of(text))));
        Volatile.Write(ref reading, false);
        await watching;
        return most;
    }

    private static string Outcome(string text) => WaiverHtml.Of(text).Error?.ToString() ?? "read";

    private static void Print(FormattableString text) =>
        Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
