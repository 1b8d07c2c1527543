using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

public sealed class StartupSequenceTests
{
    [Fact]
    public async Task An_empty_folder_is_made_ready_and_a_used_one_is_taken_up_again()
    {
        await using var folder = await DataFolderFixture.Used();

        await folder.TakeCharge();

        using var file = SqliteFile.Open(folder.Storage.Database);
        Assert.Equal("wal", file.Scalar<string>("PRAGMA journal_mode"));
        Assert.Equal(SqliteFile.ApplicationId, file.Scalar<long>("PRAGMA application_id"));
        Assert.Equal(16 << 20, new FileInfo(Path.Combine(folder.Storage.Directory, ".ballast")).Length);
    }

    [Theory]
    [InlineData("header zeroed", "is not a database")]
    [InlineData("text", "is not a database")]
    [InlineData("emptied", "is empty")]
    [InlineData("gone", "is missing")]
    [InlineData("gone but for its -wal", "is missing but its -wal file is there")]
    [InlineData("truncated", "is damaged")]
    [InlineData("pages overwritten", "is damaged")]
    [InlineData("pages overwritten beside a -wal", "is damaged")]
    [InlineData("another program's", "belongs to another program")]
    public async Task What_is_not_sound_is_refused_in_one_line_and_left_untouched(string harm, string why)
    {
        await using var folder = await DataFolderFixture.Used();
        Do(harm, folder);
        var before = folder.Contents();

        var refused = await Assert.ThrowsAsync<StartRefusedException>(folder.TakeCharge);

        Assert.Contains($"{folder.Storage.Database} {why}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("restore FILE", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
        Assert.NotEqual(0, refused.ExitCode);
        Assert.Equal(before, folder.Contents());
    }

    [Fact]
    public async Task A_second_server_is_told_who_has_the_folder()
    {
        await using var first = new DataFolderFixture();
        await first.TakeCharge();
        using var second = new FolderLock(first.Storage);

        var refused =
            await Assert.ThrowsAsync<StartRefusedException>(
                () => second.Take(TestContext.Current.CancellationToken, tries: 2));

        Assert.Equal((4, $"{first.Storage.Directory} is locked by pid {Environment.ProcessId}."),
            (refused.ExitCode, refused.Message));
    }

    [Fact]
    public async Task A_command_works_beside_a_server_and_does_not_want_its_lock()
    {
        await using var server = new DataFolderFixture();
        await server.TakeCharge();
        await using var beside = new DataFolderFixture(server.Storage.Directory);

        await beside.Prepare().WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

        Assert.True(File.Exists(beside.Get<Backups>().Make()));
    }

    [Fact]
    public async Task A_start_goes_on_where_a_migration_was_killed_after_keeping_a_backup()
    {
        await using var folder = await DataFolderFixture.Used();
        folder.Sql("""
            DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%AppendOnlyLog';
            DROP TRIGGER log_keeps_entries; DROP TRIGGER log_keeps_words; DROP TRIGGER log_keeps_places;
            INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01');
            """);

        await folder.TakeCharge().WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        using var file = SqliteFile.Open(folder.Storage.Database);
        Assert.Null(DatabaseVerification.Of(file, new PublicSeals("")));
        Assert.Single(folder.Get<Backups>().All);
    }

    [Fact]
    public async Task A_log_without_its_guards_is_refused()
    {
        await using var folder = await DataFolderFixture.Used();
        folder.Sql("DROP TRIGGER log_keeps_words");

        var refused = await Assert.ThrowsAsync<StartRefusedException>(folder.TakeCharge);

        Assert.Contains("trigger log_keeps_words is missing", refused.Message, StringComparison.Ordinal);
    }

    private static void Do(string harm, DataFolderFixture folder)
    {
        var (storage, database) = (folder.Storage, folder.Storage.Database);
        if (harm == "header zeroed") Overwrite(database, 0, new byte[100]);
        if (harm == "text") File.WriteAllText(database, "Dear diary");
        if (harm == "emptied") File.WriteAllBytes(database, []);
        if (harm.StartsWith("gone", StringComparison.Ordinal)) File.Delete(database);
        if (harm.EndsWith("-wal", StringComparison.Ordinal)) LeaveWal(storage);
        if (harm == "gone but for its -wal") File.Delete(storage.BegunMark);
        if (harm == "truncated") File.WriteAllBytes(database, File.ReadAllBytes(database)[..20_000]);
        if (harm.StartsWith("pages", StringComparison.Ordinal))
            Overwrite(database, 4096, [.. Enumerable.Repeat((byte)0xAB, 5 * 4096)]);
        if (harm == "another program's") folder.Sql("PRAGMA application_id=7");
    }

    /// <summary>As a killed server leaves it: changes in the -wal file that the database does not have yet.</summary>
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
            File.Copy(database, $"{database}.kept");
            File.Copy(wal, $"{wal}.kept");
        }

        File.Move($"{database}.kept", database, overwrite: true);
        File.Move($"{wal}.kept", wal, overwrite: true);
    }

    private static void Overwrite(string path, long at, byte[] with)
    {
        using var file = File.OpenWrite(path);
        file.Position = at;
        file.Write(with);
    }
}
