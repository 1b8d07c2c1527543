using System.Diagnostics;

namespace Bench.Speed;

/// <summary>Publishes the product as docs/running.md says.</summary>
internal static class Publishing
{
    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    public static async Task Publish(string folder)
    {
        string[] words = ["publish", "ShipCaptainCrew", "-c", "Release", "-o", folder, "-v", "q", "-nodeReuse:false"];
        var start = new ProcessStartInfo("dotnet", words)
        {
            WorkingDirectory = Repository,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(10));
        if (process.ExitCode != 0) throw new InvalidOperationException($"dotnet publish failed: {output}");
    }

    private static string Above(string folder) =>
        File.Exists(Path.Combine(folder, "ShipCaptainCrew.sln"))
            ? folder
            : Above(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("ShipCaptainCrew.sln"));
}
