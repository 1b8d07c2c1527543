using System.Collections.Concurrent;
using System.Net;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Operations;

public sealed class KillTests
{
    private const int Rounds = 4;
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly ConcurrentBag<string> acknowledged = [];

    [Fact]
    public async Task Killed_in_the_middle_of_the_work_it_has_kept_all_it_said_yes_to()
    {
        await using var app = new EmptyApp();
        await app.InitializeAsync();
        using var olive = await OwnersProgram.ComeAboard(app);
        for (var round = 0; round < Rounds; round++)
        {
            var before = acknowledged.Count;
            var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Write(olive, $"{round}-{writer}")));
            while (acknowledged.Count == before && !writing.IsCompleted) await Task.Delay(20, stop);
            await Task.Delay(Random.Shared.Next(500), stop);

            Assert.NotEqual(0, await app.Stop("KILL"));
            await writing;
            await app.InitializeAsync();

            Assert.Empty(acknowledged.Except(await olive.Vessels()));
            Assert.Contains("No problems found.", await app.Command("verify"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Killed_again_and_again_while_it_makes_its_database_it_begins_all_the_same()
    {
        await using var app = new EmptyApp();
        for (var round = 0; round < 5; round++)
            await app.RunAndKill(TimeSpan.FromMilliseconds(Random.Shared.Next(300, 1500)));

        await app.InitializeAsync();

        Assert.Contains("No problems found.", await app.Command("verify"), StringComparison.Ordinal);
    }

    /// <summary>Makes vessels until the line breaks, and notes each only after the yes.</summary>
    private async Task Write(OwnersProgram olive, string prefix)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                using var answer = await olive.Make($"{prefix}-{i}", stop);
                if (answer.StatusCode == HttpStatusCode.Created) acknowledged.Add($"{prefix}-{i}");
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed.
        }
    }
}
