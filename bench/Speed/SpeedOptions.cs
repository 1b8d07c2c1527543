namespace Bench.Speed;

/// <summary>The words after "speed" on the command line.</summary>
internal sealed record SpeedOptions
{
    public const string Usage = "speed [--quick] [--app FOLDER] [--only TEXT] [--sizes] [--markdown]";

    public required Effort Effort { get; init; }

    /// <summary>A folder with the published product; null to publish it now.</summary>
    public string? App { get; init; }

    /// <summary>
    /// Only requests whose name contains this text, with the ceilings and Flask, and nothing else; null for everything.
    /// </summary>
    public string? Only { get; init; }

    /// <summary>Only the comparison of amounts of data.</summary>
    public bool OnlySizes { get; init; }

    /// <summary>Whether to print all tables as Markdown at the end.</summary>
    public bool Markdown { get; init; }

    public bool Includes(string name) => Only is null || name.Contains(Only, StringComparison.OrdinalIgnoreCase);

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
                "--sizes" => options with { OnlySizes = true },
                "--markdown" => options with { Markdown = true },
                _ => throw new ArgumentException($"Unknown: {words[i]}. {Usage}"),
            };
        }

        return options;
    }
}
