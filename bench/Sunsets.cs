using System.Diagnostics;
using ShipCaptainCrew.Domain.Sun;

namespace Bench;

/// <summary>Calculates sunsets for every date of a century, at latitudes from the equator to 54° north.</summary>
internal static class Sunsets
{
    private const int Count = 100_000;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    public static void Run()
    {
        // The first rounds include JIT compilation.
        for (var round = 1; round <= 5; round++)
        {
            var watch = Stopwatch.StartNew();
            var sunsets = Enumerable.Range(0, Count).Count(n => Sunset(n) is not null);
            var seconds = watch.Elapsed.TotalSeconds;
            Console.WriteLine(FormattableString.Invariant(
                $"Round {round}: {sunsets} sunsets in {seconds:F2} s, {sunsets / seconds:N0} per second"));
        }
    }

    private static DateTimeOffset? Sunset(int n) =>
        SunTimes.On(SunTimes.FirstDate.AddDays(n % 36_500), n % 55, -117.1611, Zone).Sunset;
}
