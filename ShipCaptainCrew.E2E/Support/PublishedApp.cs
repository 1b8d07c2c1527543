using System.Diagnostics;

namespace ShipCaptainCrew.E2E.Support;

/// <summary>
/// The output of <c>dotnet publish</c>, run in the Production environment from a folder without the sources.
/// </summary>
public sealed class PublishedApp : AppProcess
{
    private readonly string _home = Directory.CreateTempSubdirectory("shipcaptaincrew-published-").FullName;

    public PublishedApp() => Settings["ASPNETCORE_ENVIRONMENT"] = "Production";

    public override string Home => _home;

    public override async ValueTask InitializeAsync()
    {
        await Publish();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(_home, recursive: true);
    }

    /// <summary>Publishes the existing build in the configuration of these tests.</summary>
    private async Task Publish()
    {
        var configuration = new DirectoryInfo(BuildOutput).Parent!.Name;
        var start = new ProcessStartInfo(
            "dotnet",
            ["publish", "ShipCaptainCrew", "--no-build", "-c", configuration, "-o", _home, "-v", "quiet",
                "-nodeReuse:false"])
        {
            WorkingDirectory = Root,
            RedirectStandardOutput = true,
        };
        using var publish = Process.Start(start)!;
        var output = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        Assert.True(publish.ExitCode == 0, output);
    }
}
