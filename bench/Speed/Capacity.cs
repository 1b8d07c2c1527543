namespace Bench.Speed;

/// <summary>
/// What a server carries, calculated from what each request costs. Half of the processors' time is left free, for peaks
/// and for everything else.
/// </summary>
internal static class Capacity
{
    private const int OpenPages = 5;
    private const int Items = 54;
    private const int Guests = 12;
    private const int PagesRead = 200;

    /// <summary>The part of a day's work that falls into the hour before lines off.</summary>
    private const double InBusiestHour = 0.5;

    public static void Add(IReadOnlyList<Result> results, Report report)
    {
        var (refresh, processors) = (Of(Speed.OpenPages.Refreshes), Environment.ProcessorCount);
        var free = processors * 1000 / 2;
        var marked = Of(ProductLines.Tap) + (OpenPages * refresh);
        var boarded = Of(ProductLines.TapGuest) + (OpenPages * refresh);
        var day = (Items * marked) + (2 * Guests * boarded) + (Guests * Of(ProductLines.Signature))
            + (PagesRead * Of(ProductLines.Page));
        var table = report.Begin($"What {processors} processors carry, half of their time left free", "what", "number");
        table.Add($"one charter's day: {Items} items, {Guests} guests, {OpenPages} open pages: s of CPU", day / 1000);
        table.Add("charters that leave in the same hour", free * 3600 / (InBusiestHour * day));
        table.Add($"taps a second, if {OpenPages} open pages show each", free / marked);
        table.Add("taps a second, if 10 open pages show each", free / (Of(ProductLines.Tap) + (10 * refresh)));

        double Of(string name) => results.First(result => result.Name == name).CpuEach;
    }
}
