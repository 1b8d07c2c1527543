namespace Bench.Speed;

/// <summary>What is wanted of each line: processor time for a request, unless it says otherwise.</summary>
internal static class Targets
{
    private static readonly Dictionary<string, string> Wanted = new()
    {
        [ProductLines.Me] = "≤ 0.08",
        [ProductLines.Event] = "≤ 0.12",
        [ProductLines.EventNotModified] = "≤ 0.10",
        [ColdMisses.Event] = "≤ 3",
        [ProductLines.Page] = "≤ 0.6",
        [ProductLines.PageNotModified] = "≤ 0.25",
        [ColdMisses.Page] = "≤ 6",
        [ProductLines.Week] = "≤ 0.6",
        [ProductLines.Toggle] = "≤ 1.6",
        [ProductLines.Tap] = "≤ 2.0",
        [MixedLoad.Reads] = "≤ 0.8",
        [FlaskComparison.Of(ProductLines.Toggle)] = "≥ 1.0",
        [FlaskComparison.Of(ProductLines.Event)] = "≥ 3",
        [FlaskComparison.Of(ProductLines.Page)] = "≥ 2",
        [DemoStart.Start] = "≤ 1.5 s",
        [DemoStart.Memory] = "≤ 150 MB",
        [ProductRun.MemoryAfter] = "≤ 250 MB",
        [ManyStreams.Memory] = "≤ 300 MB",
        [ManyStreams.Signals] = "≤ 500 ms",
        [ManyStreams.Pages] = "all",
        [DataSizes.IdleMinute] = "≤ 50 ms",
        ["generate 50 × 400 charters"] = "≤ 120 s",
    };

    public static string Of(string name) => Wanted.GetValueOrDefault(name, "");
}
