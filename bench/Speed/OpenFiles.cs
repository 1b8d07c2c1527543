using System.Globalization;
using System.Text.RegularExpressions;

namespace Bench.Speed;

/// <summary>How many files a process may open: each connection is one, on both sides.</summary>
internal static partial class OpenFiles
{
    /// <summary>Half of the limit, which the server may use for connections, at most 8,000.</summary>
    public static int HalfOfLimit { get; } =
        int.TryParse(Row().Match(File.ReadAllText("/proc/self/limits")).Groups[1].Value, NumberStyles.None,
            CultureInfo.InvariantCulture, out var files) ? Math.Min(8000, files / 2) : 8000;

    [GeneratedRegex(@"^Max open files\s+\d+\s+(\d+)", RegexOptions.Multiline)]
    private static partial Regex Row();
}
