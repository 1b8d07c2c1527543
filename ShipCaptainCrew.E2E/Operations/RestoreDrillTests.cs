using System.Net;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Operations;

public sealed class RestoreDrillTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_of_a_running_server_is_restored_to_a_new_server_that_keeps_the_sessions()
    {
        await using var original = new EmptyApp();
        await original.InitializeAsync();
        using var olive = await OwnersProgram.SignIn(original);
        using (var created = await olive.CreateVessel("Aurora", stop))
            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        var backup = Path.Combine(original.Folder, "off-box.tar.gz");

        Assert.Equal(backup, (await original.Command("backup", backup)).Trim());
        var refused = await original.Run("restore", backup);
        Assert.Equal(4, refused.Code);
        Assert.Matches(@"^\S+ is locked by pid \d+\.$", refused.Errors.TrimEnd());
        Assert.Equal(0, await original.Stop());

        await using var restored = new EmptyApp(original.Address.Port);
        Assert.StartsWith("Restored.", await restored.Command("restore", backup), StringComparison.Ordinal);
        await restored.InitializeAsync();
        Assert.Contains("Aurora", await olive.Vessels());
    }
}
