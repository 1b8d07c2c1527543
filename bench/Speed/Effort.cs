namespace Bench.Speed;

/// <summary>How long each line is run: before the measurement, and in it.</summary>
internal sealed record Effort
{
    public required TimeSpan WarmUp { get; init; }

    /// <summary>The processor time that ends a measurement, in ms: so much that 10 ms do not matter.</summary>
    public required double EnoughCpu { get; init; }

    /// <summary>The time that ends a measurement in any case.</summary>
    public required TimeSpan Longest { get; init; }

    public required int Signatures { get; init; }

    public required int Refreshes { get; init; }

    public required TimeSpan Streaming { get; init; }

    public required int Starts { get; init; }

    public static Effort Quick { get; } = new()
    {
        WarmUp = TimeSpan.FromSeconds(1),
        EnoughCpu = 800,
        Longest = TimeSpan.FromSeconds(5),
        Signatures = 160,
        Refreshes = 6,
        Streaming = TimeSpan.FromSeconds(8),
        Starts = 3,
    };

    public static Effort Full { get; } = new()
    {
        WarmUp = TimeSpan.FromSeconds(2),
        EnoughCpu = 3000,
        Longest = TimeSpan.FromSeconds(15),
        Signatures = 400,
        Refreshes = 20,
        Streaming = TimeSpan.FromSeconds(20),
        Starts = 5,
    };
}
