using System.Diagnostics;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E;

/// <summary>The example client of the docs, as whoever reads them would run it.</summary>
public sealed class ExampleTests(EmptyApp app) : IClassFixture<EmptyApp>
{
    private static readonly string[] Tools = ["bash", "curl", "jq"];

    [Fact]
    public async Task The_example_tells_a_whole_charter_day_from_the_owners_link_to_a_boat_put_to_bed()
    {
        var missing = Tools.Where(tool => !IsHere(tool)).ToList();
        Assert.SkipUnless(
            missing.Count == 0, $"docs/example.sh needs {string.Join(" and ", missing)}, which this machine lacks.");

        var (code, output, story) = await Tell(await OwnersProgram.Link(app));

        Assert.True(code == 0, story);
        Assert.True(Guid.TryParse(output.Trim(), out _), output);
        Assert.Contains("Ben Cole: signed", story, StringComparison.Ordinal);
        Assert.Contains("item_open: Not done: Bilge pump", story, StringComparison.Ordinal);
        string[] day =
        [
            "charter.created", "role.claimed", "waiver.signed", "item.marked", "guest.marked", "charter.underway",
            "charter.returned", "charter.closed",
        ];
        var logged = story.Split('\n').Select(line => line.Split(' ')[^1]).Reverse().Distinct().ToList();
        Assert.Equal(day, logged.Where(day.Contains));

        // In the hours around the charter's departure the server may open boarding before the story does.
        var (made, left) = (logged.IndexOf("charter.created"), logged.IndexOf("charter.underway"));
        Assert.InRange(logged.IndexOf("charter.boarding"), made + 1, left - 1);
    }

    private async Task<(int Code, string Output, string Story)> Tell(string link)
    {
        var start =
            new ProcessStartInfo("bash",
                [Path.Combine(AppProcess.Root, "docs", "example.sh"), app.Address.GetLeftPart(UriPartial.Authority),
                    link])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var told = Process.Start(start)!;
        var story = told.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await told.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await told.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (told.ExitCode, output, await story);
    }

    private static bool IsHere(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, tool)));
}
