using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

/// <summary>Rollback journals of a program that was killed while it wrote without a -wal file.</summary>
public sealed partial class StartupSequenceTests
{
    [Fact]
    public async Task A_start_undoes_a_change_that_was_killed_before_it_was_complete()
    {
        await using var folder = await DataFolderFixture.Used();
        folder.Sql($"PRAGMA journal_mode=DELETE; {FillFile}");
        KillDuring(folder.Storage.Database, "DELETE FROM big WHERE rowid % 2 = 0");
        Assert.NotEqual("ok", QuickCheck(folder.Storage.Database));

        await folder.TakeCharge().WithinLimit();

        using var file = SqliteFile.Open(folder.Storage.Database);
        Assert.Equal(400, file.Scalar<long>("SELECT count(*) FROM big"));
        Assert.Null(DatabaseVerification.Of(file, new PublicSeals("")));
        Assert.False(File.Exists($"{folder.Storage.Database}-journal"));
    }

    [Fact]
    public async Task A_first_start_that_was_interrupted_before_its_first_page_reached_the_disk_is_begun_again()
    {
        await using var folder = new DataFolderFixture();
        KillDuring(folder.Storage.Database, $"PRAGMA application_id={SqliteFile.ApplicationId}; " + FillFile);
        await File.WriteAllBytesAsync(
            folder.Storage.Database, new byte[8192], TestContext.Current.CancellationToken);

        await folder.TakeCharge().WithinLimit();

        using var file = SqliteFile.Open(folder.Storage.Database);
        Assert.Null(DatabaseVerification.Of(file, new PublicSeals("")));
    }

    [Theory]
    [InlineData("another program's")]
    [InlineData("text")]
    [InlineData("zeros after the first start")]
    public async Task A_file_that_is_not_ours_is_refused_unchanged_beside_a_journal(string what)
    {
        await using var folder = await DataFolderFixture.Used();
        folder.Sql("PRAGMA journal_mode=DELETE; PRAGMA application_id=7");
        KillDuring(folder.Storage.Database, FillFile);
        if (what == "text") File.WriteAllText(folder.Storage.Database, "Dear diary");
        if (what == "zeros after the first start") File.WriteAllBytes(folder.Storage.Database, new byte[8192]);
        var before = folder.Contents();

        await Assert.ThrowsAsync<StartRefusedException>(folder.TakeCharge);

        Assert.Equal(before, folder.Contents());
    }

    [Fact]
    public async Task A_restore_sets_a_journal_aside_with_the_database_it_belongs_to()
    {
        await using var folder = await DataFolderFixture.Used();
        var backup = folder.Get<Backups>().Make();
        folder.Sql("PRAGMA journal_mode=DELETE");
        KillDuring(folder.Storage.Database, FillFile);

        var previous = await folder.Get<Restore>().From(backup, TestContext.Current.CancellationToken);

        Assert.True(File.Exists(Path.Combine(previous!, $"{StoragePaths.DatabaseName}-journal")));
        Assert.False(File.Exists($"{folder.Storage.Database}-journal"));
        await folder.TakeCharge().WithinLimit();
        using var file = SqliteFile.Open(folder.Storage.Database);
        Assert.Null(DatabaseVerification.Of(file, new PublicSeals("")));
    }

    private const string FillFile =
        "CREATE TABLE big (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) "
        + "INSERT INTO big SELECT randomblob(4000) FROM n;";

    /// <summary>Leaves the file and its journal as they are in the middle of a change.</summary>
    private static void KillDuring(string path, string change)
    {
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA cache_size=5; BEGIN; {change}";
            command.ExecuteNonQuery();
            foreach (var file in new[] { path, $"{path}-journal" }) File.Copy(file, $"{file}-kept");
            command.CommandText = "ROLLBACK";
            command.ExecuteNonQuery();
        }

        foreach (var file in new[] { path, $"{path}-journal" }) File.Move($"{file}-kept", file, overwrite: true);
    }

    private static string QuickCheck(string path)
    {
        try
        {
            using var file = SqliteFile.OpenReadOnly(path);
            return file.Scalar<string>("PRAGMA quick_check(1)");
        }
        catch (SqliteException damage)
        {
            return damage.Message;
        }
    }
}
