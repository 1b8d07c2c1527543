using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// Finds in one pass over Markdown what its parser needs more than linear time or memory for: marks that may pair with
/// any other mark of the same paragraph, cells that a table adds to its short rows, and nested quotes and lists.
/// </summary>
internal static class MarkdownScan
{
    /// <summary>The most marks in one paragraph, list item or table.</summary>
    public const int Marks = 400;

    /// <summary>The most table cells in a text.</summary>
    public const int Cells = 2_000;

    /// <summary>The most quote and list marks at the start of one line.</summary>
    public const int Markers = 15;

    /// <summary>So many repetitions of one character count as a further mark.</summary>
    private const int Repetitions = 16;

    /// <exception cref="TooComplexException">The text exceeds a limit.</exception>
    public static void Check(ReadOnlySpan<char> source)
    {
        var (marks, rows, columns, cells, first) = (0, 0, 0, 0, MarkdownLine.Blank);
        foreach (var range in source.Split('\n'))
        {
            var line = MarkdownLine.Of(source[range]);
            if (line.Markers > Markers) throw TooComplexException.TooDeep();
            if (line.IsBlank || first.IsBlank || line.StartsBlockAfter(first))
            {
                if (columns > 0) cells += rows * (columns + 1);
                (marks, rows, columns, first) = (0, 0, 0, line);
            }

            if (line.IsBlank) continue;
            marks += MarksIn(source[range]);
            if (marks > Marks) throw TooManyMarks();
            (rows, columns) = (rows + 1, Math.Max(columns, source[range].Count('|')));
            if (columns > 0 && cells + (rows * (columns + 1)) > Cells) throw TooManyCells();
        }
    }

    /// <summary>Counts marks; of a repeated mark only the first and then every sixteenth.</summary>
    private static int MarksIn(ReadOnlySpan<char> line)
    {
        var (marks, run) = (0, 0);
        for (var i = 0; i < line.Length; i++)
        {
            run = i > 0 && line[i] == line[i - 1] ? run + 1 : 0;
            marks += line[i] switch
            {
                '[' or ']' or '<' => 1,
                '*' or '_' or '`' or '~' when run % Repetitions == 0 => 1,
                _ => 0,
            };
        }

        return marks;
    }

    private static TooComplexException TooManyMarks() => new(new LocalizedText(
        "A paragraph has too many marks such as * _ [ ] ` <: at most {0} are allowed. Split it with empty lines.",
        Marks));

    private static TooComplexException TooManyCells() => new(new LocalizedText(
        "The tables have too many cells: at most {0} are allowed. A table is as wide as its widest row.", Cells));
}
