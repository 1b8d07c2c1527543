using System.Globalization;

namespace Bench.Generate;

/// <summary>The words after "generate" on the command line.</summary>
internal sealed record GenerateOptions
{
    public const string Usage =
        "generate FOLDER [--operators 50] [--charters 400] [--guests 12] [--app FOLDER] [--verify]";

    /// <summary>The data folder to create.</summary>
    public required string Folder { get; init; }

    public int Operators { get; init; } = 50;

    /// <summary>The charters of each operator, one a day: half of them are over.</summary>
    public int Charters { get; init; } = 400;

    /// <summary>The guests of each charter.</summary>
    public int Guests { get; init; } = 12;

    /// <summary>A folder with the published product; null for the one that this program was built with.</summary>
    public string? App { get; init; }

    /// <summary>Whether to let the product verify the result.</summary>
    public bool Verify { get; init; }

    /// <exception cref="ArgumentException">A word is unknown or missing.</exception>
    public static GenerateOptions Read(IReadOnlyList<string> words)
    {
        if (words.Count == 0 || words[0].StartsWith('-')) throw new ArgumentException(Usage);
        var options = new GenerateOptions { Folder = Path.GetFullPath(words[0]) };
        for (var i = 1; i < words.Count; i++)
        {
            options = words[i] switch
            {
                "--operators" => options with { Operators = Number(words[++i]) },
                "--charters" => options with { Charters = Number(words[++i]) },
                "--guests" => options with { Guests = Number(words[++i]) },
                "--app" => options with { App = Path.GetFullPath(words[++i]) },
                "--verify" => options with { Verify = true },
                _ => throw new ArgumentException($"Unknown: {words[i]}. {Usage}"),
            };
        }

        return options;
    }

    private static int Number(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
