using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

public sealed partial class StartupSequenceTests
{
    [Theory]
    [InlineData("header zeroed", "is not a database")]
    [InlineData("text", "is not a database")]
    [InlineData("emptied", "is empty")]
    [InlineData("deleted", "is missing")]
    [InlineData("deleted except for its -wal", "is missing but its -wal file exists")]
    [InlineData("truncated", "is damaged")]
    [InlineData("pages overwritten", "is damaged")]
    [InlineData("pages overwritten beside a -wal", "is damaged")]
    [InlineData("another program's", "belongs to another program")]
    public async Task A_damaged_database_is_refused_in_one_line_and_left_unchanged(string damage, string reason)
    {
        await using var folder = await DataFolderFixture.Used();
        Damage(damage, folder);
        var before = folder.Contents();

        var exception = await Assert.ThrowsAsync<StartRefusedException>(folder.TakeCharge);

        Assert.Contains($"{folder.Storage.Database} {reason}", exception.Message, StringComparison.Ordinal);
        Assert.Contains("restore FILE", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', exception.Message);
        Assert.NotEqual(0, exception.ExitCode);
        Assert.Equal(before, folder.Contents());
    }

    [Theory]
    [InlineData(true, "is missing but there are backups of it")]
    [InlineData(false, "is missing but its keys exist")]
    public async Task A_folder_whose_database_is_lost_with_the_mark_of_the_first_start_is_refused(
        bool hasBackup, string reason)
    {
        await using var folder = await DataFolderFixture.Used();
        var backup = hasBackup ? folder.Get<Backups>().Make() : "";
        Seal.In(folder.Storage).Dispose();
        await folder.Leave();
        foreach (var file in new[] { folder.Storage.Database, folder.Storage.BegunMark }) File.Delete(file);
        var before = folder.Contents();

        var exception = await Assert.ThrowsAsync<StartRefusedException>(folder.TakeCharge);

        Assert.Contains($"{folder.Storage.Database} {reason}", exception.Message, StringComparison.Ordinal);
        Assert.Contains(hasBackup ? $"restore {backup}" : "restore FILE", exception.Message, StringComparison.Ordinal);
        Assert.Equal(1, exception.ExitCode);
        Assert.Equal(before, folder.Contents());
    }

    [Fact]
    public async Task A_second_server_is_refused_with_the_process_id_of_the_first()
    {
        await using var first = new DataFolderFixture();
        await first.TakeCharge();
        using var second = new FolderLock(first.Storage);

        var exception = await Assert.ThrowsAsync<StartRefusedException>(
            () => second.Take(TestContext.Current.CancellationToken, tries: 2));

        Assert.Equal((4, $"{first.Storage.Directory} is locked by pid {Environment.ProcessId}."),
            (exception.ExitCode, exception.Message));
    }

    [Fact]
    public async Task A_database_without_a_trigger_is_refused()
    {
        await using var folder = await DataFolderFixture.Used();
        folder.Sql("DROP TRIGGER log_keeps_words");

        var exception = await Assert.ThrowsAsync<StartRefusedException>(folder.TakeCharge);

        Assert.Contains("trigger log_keeps_words is missing", exception.Message, StringComparison.Ordinal);
    }

    private static void Damage(string damage, DataFolderFixture folder)
    {
        var (storage, database) = (folder.Storage, folder.Storage.Database);
        if (damage == "header zeroed") Overwrite(database, 0, new byte[100]);
        if (damage == "text") File.WriteAllText(database, "Dear diary");
        if (damage == "emptied") File.WriteAllBytes(database, []);
        if (damage.StartsWith("deleted", StringComparison.Ordinal)) File.Delete(database);
        if (damage.EndsWith("-wal", StringComparison.Ordinal)) LeaveWal(storage);
        if (damage == "deleted except for its -wal") File.Delete(storage.BegunMark);
        if (damage == "truncated") File.WriteAllBytes(database, File.ReadAllBytes(database)[..20_000]);
        if (damage.StartsWith("pages", StringComparison.Ordinal))
            Overwrite(database, 4096, [.. Enumerable.Repeat((byte)0xAB, 5 * 4096)]);
        if (damage == "another program's") folder.Sql("PRAGMA application_id=7");
    }

    /// <summary>Leaves a -wal file with changes that are not in the database, as a killed server does.</summary>
    private static void LeaveWal(StoragePaths storage)
    {
        if (!File.Exists(storage.Database))
        {
            File.WriteAllBytes($"{storage.Database}-wal", [1, 2, 3]);
            return;
        }

        var (database, wal) = (storage.Database, $"{storage.Database}-wal");
        using (var file = SqliteFile.Open(database))
        {
            file.Execute("CREATE TABLE killed(x)");
            File.Copy(database, $"{database}.copy");
            File.Copy(wal, $"{wal}.copy");
        }

        File.Move($"{database}.copy", database, overwrite: true);
        File.Move($"{wal}.copy", wal, overwrite: true);
    }

    private static void Overwrite(string path, long at, byte[] bytes)
    {
        using var file = File.OpenWrite(path);
        file.Position = at;
        file.Write(bytes);
    }
}
