using System.Net;
using ShipCaptainCrew.E2E.Support;

namespace ShipCaptainCrew.E2E.Operations;

public sealed class RestoreDrillTests
{
    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_made_beside_the_server_begins_a_new_one_where_everybody_is_still_signed_in()
    {
        await using var lost = new EmptyApp();
        await lost.InitializeAsync();
        using var olive = await OwnersProgram.ComeAboard(lost);
        using (var made = await olive.Make("Aurora", stop)) Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var backup = Path.Combine(lost.Folder, "off-box.tar.gz");

        Assert.Equal(backup, (await lost.Command("backup", backup)).Trim());
        var refused = await lost.Run("restore", backup);
        Assert.Equal(4, refused.Code);
        Assert.Matches(@"^\S+ is locked by pid \d+\.$", refused.Errors.TrimEnd());
        Assert.Equal(0, await lost.Stop());

        await using var found = new EmptyApp(lost.Address.Port);
        Assert.StartsWith("Restored.", await found.Command("restore", backup), StringComparison.Ordinal);
        await found.InitializeAsync();
        Assert.Contains("Aurora", await olive.Vessels());
    }
}
