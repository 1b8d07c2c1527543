namespace Bench.Speed;

/// <summary>How long each line is run: before the measurement, and in it.</summary>
internal sealed record Effort
{
    public required string Name { get; init; }

    /// <summary>How often each line is requested in each of three rounds before anything is measured.</summary>
    public required int WarmUpRequests { get; init; }

    /// <summary>The time that ends a round of warm-up of a line in any case.</summary>
    public required TimeSpan LongestWarmUp { get; init; }

    /// <summary>The processor time that ends a measurement, in ms: so much that 10 ms do not matter.</summary>
    public required double EnoughCpu { get; init; }

    /// <summary>The time that ends a measurement in any case.</summary>
    public required TimeSpan Longest { get; init; }

    public required int Signatures { get; init; }

    public required int Refreshes { get; init; }

    public required TimeSpan Streaming { get; init; }

    public required int Starts { get; init; }

    /// <summary>How often the product and Flask are measured in turn.</summary>
    public required int Rounds { get; init; }

    /// <summary>Operators and charters of each of them.</summary>
    public required IReadOnlyList<(int Operators, int Charters)> Sizes { get; init; }

    /// <summary>Whether to measure all lists with each amount of data, and a minute without requests.</summary>
    public required bool WithAllLists { get; init; }

    public static Effort Quick { get; } = new()
    {
        Name = "quick",
        WarmUpRequests = 100,
        LongestWarmUp = TimeSpan.FromSeconds(2),
        EnoughCpu = 500,
        Longest = TimeSpan.FromSeconds(2.5),
        Signatures = 240,
        Refreshes = 5,
        Streaming = TimeSpan.FromSeconds(5),
        Starts = 3,
        Rounds = 2,
        Sizes = [(1, 28), (5, 400)],
        WithAllLists = false,
    };

    public static Effort Full { get; } = new()
    {
        Name = "full",
        WarmUpRequests = 300,
        LongestWarmUp = TimeSpan.FromSeconds(4),
        EnoughCpu = 3000,
        Longest = TimeSpan.FromSeconds(6),
        Signatures = 400,
        Refreshes = 20,
        Streaming = TimeSpan.FromSeconds(20),
        Starts = 5,
        Rounds = 5,
        Sizes = [(1, 28), (1, 200), (5, 400), (50, 400)],
        WithAllLists = true,
    };
}
