using System.Diagnostics;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>Finds a Chromium on this machine, or installs one.</summary>
internal static class Chromium
{
    /// <summary>
    /// The first is a Chromium without windows, which needs half the time of the others for the same journeys.
    /// </summary>
    private static readonly string[] Names =
        ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

    public static string Path(string playwrightPath) =>
        Installed(playwrightPath)
            ?? (Install() ? Installed(playwrightPath) : null)
            ?? throw new InvalidOperationException(
                "No Chromium was found and none could be installed: install one (Debian: apt-get install chromium) "
                + "or name one in CHROMIUM_PATH.");

    private static string? Installed(string playwrightPath) =>
        OnPath().Prepend(Environment.GetEnvironmentVariable("CHROMIUM_PATH")).Append(playwrightPath)
            .FirstOrDefault(File.Exists);

    private static IEnumerable<string?> OnPath() =>
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
        select System.IO.Path.Combine(folder, name);

    private static bool Install() =>
        Environment.UserName == "root" && File.Exists("/usr/bin/apt-get")
            ? Run($"apt-get update -qq && ({Install("chromium-headless-shell")} || {Install("chromium")})")
            : Microsoft.Playwright.Program.Main(["install", "chromium"]) == 0;

    private static string Install(string package) =>
        $"apt-get install -y -qq --no-install-recommends {package} fonts-liberation";

    private static bool Run(string command)
    {
        var start = new ProcessStartInfo("sh", ["-c", command])
        {
            Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" },
        };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
