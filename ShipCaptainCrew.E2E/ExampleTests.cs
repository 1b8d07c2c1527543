using System.Diagnostics;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E;

/// <summary>Runs docs/example.sh, the documentation's example API client.</summary>
public sealed class ExampleTests(EmptyApp app) : IClassFixture<EmptyApp>
{
    private static readonly string[] Tools = ["bash", "curl", "jq"];

    [Fact]
    public async Task The_example_runs_a_charter_day_from_the_owners_sign_in_link_to_a_closed_charter()
    {
        var missing = Tools.Where(tool => !IsInstalled(tool)).ToList();
        Assert.SkipUnless(
            missing.Count == 0, $"docs/example.sh needs {string.Join(" and ", missing)}, which is not installed.");

        var (code, output, log) = await RunExample(await OwnersProgram.CreateOperator(app));

        Assert.True(code == 0, log);
        Assert.True(Guid.TryParse(output.Trim(), out _), output);
        Assert.Contains("Ben Cole: signed", log, StringComparison.Ordinal);
        Assert.Contains("item_open: Not done: Bilge pump", log, StringComparison.Ordinal);
        string[] expected =
        [
            "charter.created", "role.claimed", "waiver.signed", "item.marked", "guest.marked", "charter.underway",
            "charter.returned", "charter.closed",
        ];
        var logged = log.Split('\n').Select(line => line.Split(' ')[^1]).Reverse().Distinct().ToList();
        Assert.Equal(expected, logged.Where(expected.Contains));

        // Shortly before the departure the server may open boarding before the example does.
        var (created, departed) = (logged.IndexOf("charter.created"), logged.IndexOf("charter.underway"));
        Assert.InRange(logged.IndexOf("charter.boarding"), created + 1, departed - 1);
    }

    private async Task<(int Code, string Output, string Log)> RunExample(string link)
    {
        var script = Path.Combine(AppProcess.Root, "docs", "example.sh");
        var start = new ProcessStartInfo("bash", [script, app.Address.GetLeftPart(UriPartial.Authority), link])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var log = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output, await log);
    }

    private static bool IsInstalled(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
