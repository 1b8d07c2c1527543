using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E;

/// <summary>The <c>operator</c> commands, with and without a running server.</summary>
public sealed class OperatorCommandTests(EmptyApp app) : IClassFixture<EmptyApp>
{
    [Fact]
    public async Task An_operator_is_created_listed_suspended_and_resumed_with_and_without_a_running_server()
    {
        var link = (await app.Command(
            "operator", "create", "--name", "Queen of San Diego", "--slug", "queen", "--email", "owner@queen.example",
            "--time-zone", "America/Los_Angeles", "--latitude", "32.7157", "--longitude", "-117.1611")).Trim();
        Assert.Matches(@"^queen +open +1 member +Queen of San Diego$", await List());
        Assert.Contains("Your full name", await Open(link), StringComparison.Ordinal);

        Assert.Equal((0, "queen is suspended.\n", ""), await app.Run("operator", "suspend", "queen"));
        Assert.Contains("This link no longer works", await Open(link), StringComparison.Ordinal);
        await app.Stop();

        Assert.Matches(
            @"^queen +suspended since \d{4}-\d\d-\d\d [\d:]{8}Z +1 member +Queen of San Diego$", await List());
        Assert.Equal((0, "queen is suspended.\n", ""), await app.Run("operator", "suspend", "queen"));
        Assert.Equal((0, "queen is open.\n", ""), await app.Run("operator", "resume", "queen"));
        Assert.Matches("^queen +open ", await List());
        Assert.Contains("No problems found.", await app.Command("verify"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("suspend")]
    [InlineData("resume")]
    public async Task An_unknown_operator_is_reported_in_one_line(string command)
    {
        var (code, output, errors) = await app.Run("operator", command, "atlantis");

        Assert.NotEqual(0, code);
        Assert.Equal(("", "There is no operator atlantis. Run operator list to see all operators."),
            (output, errors.TrimEnd('\n')));
    }

    private async Task<string> List() => (await app.Command("operator", "list")).TrimEnd();

    private static async Task<string> Open(string link)
    {
        using var client = new HttpClient();
        return await client.GetStringAsync(new Uri(link), TestContext.Current.CancellationToken);
    }
}
