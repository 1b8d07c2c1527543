using Microsoft.Data.Sqlite;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

public sealed partial class StartupSequenceTests
{
    [Fact]
    public async Task An_empty_folder_is_prepared_and_can_be_used_again_by_the_next_start()
    {
        await using var folder = await DataFolderFixture.Used();

        await folder.TakeCharge();

        using var file = SqliteFile.Open(folder.Storage.Database);
        Assert.Equal("wal", file.Scalar<string>("PRAGMA journal_mode"));
        Assert.Equal(SqliteFile.ApplicationId, file.Scalar<long>("PRAGMA application_id"));
        Assert.Equal(16 << 20, new FileInfo(Path.Combine(folder.Storage.Directory, ".ballast")).Length);
    }

    [Fact]
    public async Task A_command_runs_beside_a_server_without_its_lock()
    {
        await using var server = new DataFolderFixture();
        await server.TakeCharge();
        await using var command = new DataFolderFixture(server.Storage.Directory);

        await command.Prepare().WithinLimit();

        Assert.True(File.Exists(command.Get<Backups>().Make()));
    }

    [Fact]
    public async Task A_start_completes_a_killed_migration_after_making_a_backup()
    {
        await using var folder = await DataFolderFixture.Used();
        folder.Sql("""
            DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%AppendOnlyLog';
            DROP TRIGGER log_keeps_entries; DROP TRIGGER log_keeps_words; DROP TRIGGER log_keeps_places;
            INSERT INTO __EFMigrationsLock VALUES (1, '2026-01-01');
            """);

        await folder.TakeCharge().WithinLimit();

        using var file = SqliteFile.Open(folder.Storage.Database);
        Assert.Null(DatabaseVerification.Of(file, new PublicSeals("")));
        Assert.Single(folder.Get<Backups>().All);
    }

    [Fact]
    public async Task A_start_completes_a_database_whose_creation_was_killed_before_its_journal_was_deleted()
    {
        await using var folder = new DataFolderFixture();
        Directory.CreateDirectory(folder.Storage.Directory);
        KillCreationOf(folder.Storage.Database);

        await folder.TakeCharge().WithinLimit();

        using var file = SqliteFile.Open(folder.Storage.Database);
        Assert.Equal("wal", file.Scalar<string>("PRAGMA journal_mode"));
        Assert.Null(DatabaseVerification.Of(file, new PublicSeals("")));
    }

    /// <summary>Writes the file as it is after a commit, and its journal as it was just before.</summary>
    private static void KillCreationOf(string path)
    {
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"PRAGMA cache_size=5; BEGIN; PRAGMA application_id={SqliteFile.ApplicationId}; "
                + "CREATE TABLE big (x); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 400) "
                + "INSERT INTO big SELECT randomblob(4000) FROM n;";
            command.ExecuteNonQuery();
            File.Copy($"{path}-journal", $"{path}-kept");
            command.CommandText = "COMMIT";
            command.ExecuteNonQuery();
        }

        File.Move($"{path}-kept", $"{path}-journal");
    }
}
