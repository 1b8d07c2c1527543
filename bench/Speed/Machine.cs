using System.Diagnostics;
using System.Globalization;

namespace Bench.Speed;

/// <summary>Describes the machine and the commit, without names of hosts.</summary>
internal static class Machine
{
    public static string Text => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} processors ({Row("/proc/cpuinfo", "model name")}), "
        + $"{Memory / 1e6:F0} GB of memory, .NET {Environment.Version}");

    /// <summary>How many processes wanted to run, on average of the last minute.</summary>
    public static string Load => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    public static string Commit()
    {
        var start = new ProcessStartInfo("git", ["log", "-1", "--format=%h of %cs"])
        {
            WorkingDirectory = Publishing.Repository,
            RedirectStandardOutput = true,
        };
        using var git = Process.Start(start)!;
        return git.StandardOutput.ReadToEnd().Trim();
    }

    private static double Memory =>
        double.Parse(Row("/proc/meminfo", "MemTotal").Split(' ')[0], CultureInfo.InvariantCulture);

    private static string Row(string file, string name) => File.ReadLines(file)
        .Select(line => line.Split(':', 2))
        .FirstOrDefault(pair => pair[0].Trim() == name) is [_, var value] ? value.Trim() : "unknown";
}
