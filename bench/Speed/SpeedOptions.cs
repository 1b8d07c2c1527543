namespace Bench.Speed;

/// <summary>The words after "speed" on the command line.</summary>
internal sealed record SpeedOptions
{
    public required Effort Effort { get; init; }

    /// <summary>A folder with the published product; null to publish it now.</summary>
    public string? App { get; init; }

    /// <summary>Only lines whose name contains this text; null for all, and the peers and streams.</summary>
    public string? Only { get; init; }

    /// <exception cref="ArgumentException">A word is unknown.</exception>
    public static SpeedOptions Read(IReadOnlyList<string> words)
    {
        var options = new SpeedOptions { Effort = Effort.Full };
        for (var i = 0; i < words.Count; i++)
        {
            options = words[i] switch
            {
                "--quick" => options with { Effort = Effort.Quick },
                "--app" => options with { App = Path.GetFullPath(words[++i]) },
                "--only" => options with { Only = words[++i] },
                _ => throw new ArgumentException($"Unknown: {words[i]}. {Usage}"),
            };
        }

        return options;
    }

    private const string Usage = "speed [--quick] [--app FOLDER] [--only TEXT]";
}
