using System.Diagnostics;
using ShipCaptainCrew.Domain.Sun;

namespace Bench;

/// <summary>Every date of the century in turn, at ports from the equator to 54° north.</summary>
internal static class Sunsets
{
    private const int Count = 100_000;
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("America/Los_Angeles");

    public static void Run()
    {
        // The first rounds are the compiler's.
        for (var round = 1; round <= 5; round++)
        {
            var watch = Stopwatch.StartNew();
            var set = Enumerable.Range(0, Count).Count(n => Sunset(n) is not null);
            Console.WriteLine(
                FormattableString.Invariant(
                    $"Round {round}: {set} sunsets in {watch.Elapsed.TotalSeconds:F2} s, {set / watch.Elapsed.TotalSeconds:N0} a second"));
        }
    }

    private static DateTimeOffset? Sunset(int n) =>
        SunTimes.On(SunTimes.FirstDate.AddDays(n % 36_500), n % 55, -117.1611, Zone).Sunset;
}
