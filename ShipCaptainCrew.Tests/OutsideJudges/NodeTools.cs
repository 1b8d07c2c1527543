using System.ComponentModel;
using System.Diagnostics;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.OutsideJudges;

/// <summary>
/// The tools of package.json, installed from npm once per run into a folder of their own below <c>bin</c>.
/// </summary>
internal static class NodeTools
{
    private const string Source = "ShipCaptainCrew.Tests/OutsideJudges";

    private static readonly string[] Files = ["package.json", "package-lock.json", ".npmrc", "client.ts"];

    private static readonly Lazy<Task> Installation = new(InstallAll);

    public static string Folder { get; } = Repository.PathTo("ShipCaptainCrew.Tests/bin/OutsideJudges");

    /// <summary>Skips the test without <c>SCC_LONG=1</c>.</summary>
    public static Task Install()
    {
        LongRun.SkipUnlessOn("it installs tools from npm.");
        return Installation.Value;
    }

    /// <summary>Runs an npm tool, which must succeed.</summary>
    public static async Task Run(string tool, params string[] arguments)
    {
        var (code, output) = await Try(Path.Combine("node_modules", ".bin", tool), arguments);
        Assert.True(code == 0, $"{tool} exited with {code}:\n{output}");
    }

    /// <summary>Runs a program in the folder.</summary>
    /// <returns>Its exit code, and what it wrote to its output or, if that is empty, to its error output.</returns>
    public static async Task<(int Code, string Output)> Try(string program, params string[] arguments)
    {
        var stop = TestContext.Current.CancellationToken;
        var local = Path.Combine(Folder, program);
        var start = new ProcessStartInfo(File.Exists(local) ? local : program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["REDOCLY_TELEMETRY"] = "off", ["REDOCLY_SUPPRESS_UPDATE_NOTICE"] = "true" },
        };
        using var process = Started(start);
        var (output, errors) =
            (process.StandardOutput.ReadToEndAsync(stop), process.StandardError.ReadToEndAsync(stop));
        await process.WaitForExitAsync(stop);
        return (process.ExitCode, await output is { Length: > 0 } text ? text : await errors);
    }

    private static Process Started(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException(
                $"The outside judges need {start.FileName} (Node.js 20 or later with npm, and Java 17).", missing);
        }
    }

    private static async Task InstallAll()
    {
        Directory.CreateDirectory(Folder);
        foreach (var file in Files)
            File.Copy(Repository.PathTo($"{Source}/{file}"), Path.Combine(Folder, file), overwrite: true);
        var (code, output) = await Try("npm", "ci", "--ignore-scripts");
        Assert.True(code == 0, $"npm ci exited with {code}:\n{output}");
    }
}
