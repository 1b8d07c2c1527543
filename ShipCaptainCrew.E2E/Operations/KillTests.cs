using System.Collections.Concurrent;
using System.Net;
using ShipCaptainCrew.E2E.Support;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.E2E.Operations;

public sealed class KillTests
{
    private static readonly int Rounds = LongRun.Count(2, 12);
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;
    private readonly ConcurrentBag<string> acknowledged = [];

    [Fact]
    public async Task A_killed_server_has_kept_every_acknowledged_change()
    {
        await using var app = new EmptyApp();
        await app.InitializeAsync();
        using var olive = await OwnersProgram.SignIn(app);
        for (var round = 0; round < Rounds; round++)
        {
            var before = acknowledged.Count;
            var writing = Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Write(olive, $"{round}-{writer}")));
            await Waiting.Until(() => acknowledged.Count > before || writing.IsCompleted);
            await Task.Delay(Random.Shared.Next(500), stop);

            Assert.NotEqual(0, await app.Stop("KILL"));
            await writing;
            await app.InitializeAsync();

            Assert.Empty(acknowledged.Except(await olive.Vessels()));
            Assert.Contains("No problems found.", await app.Command("verify"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_server_killed_repeatedly_while_creating_its_database_still_starts()
    {
        await using var app = new EmptyApp();
        for (var round = 0; round < Rounds + 1; round++)
            await app.RunAndKill(TimeSpan.FromMilliseconds(Random.Shared.Next(300, 1500)));

        await app.InitializeAsync();

        Assert.Contains("No problems found.", await app.Command("verify"), StringComparison.Ordinal);
    }

    /// <summary>A new database is created then, and a restored one is switched to its -wal file.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_server_killed_within_300_ms_of_its_first_write_starts_the_next_time(bool isRestored)
    {
        await using var original = new EmptyApp();
        if (isRestored) await original.InitializeAsync();
        var backup = isRestored ? (await original.Command("backup")).Trim() : null;
        for (var round = 0; round < LongRun.Count(2, 100); round++)
        {
            await using var app = new EmptyApp();
            if (backup is not null) await app.Command("restore", backup);
            var first = Path.Combine(app.Folder, isRestored ? ".lock.pid" : "shipcaptaincrew.db");
            File.Delete(first);
            await app.RunAndKill(TimeSpan.FromMilliseconds(300 * Random.Shared.NextDouble()), begin: first);

            await app.InitializeAsync();

            using var client = new HttpClient { BaseAddress = app.Address };
            var ready = await client.GetAsync("/healthz/ready", stop);
            Assert.Equal((round, HttpStatusCode.OK), (round, ready.StatusCode));
            Assert.NotEqual(0, await app.Stop("KILL"));
        }
    }

    /// <summary>Creates vessels until the connection fails, and records each acknowledged one.</summary>
    private async Task Write(OwnersProgram olive, string prefix)
    {
        try
        {
            for (var i = 0; ; i++)
            {
                using var answer = await olive.CreateVessel($"{prefix}-{i}", stop);
                if (answer.StatusCode == HttpStatusCode.Created) acknowledged.Add($"{prefix}-{i}");
            }
        }
        catch (HttpRequestException)
        {
            // The server was killed.
        }
    }
}
