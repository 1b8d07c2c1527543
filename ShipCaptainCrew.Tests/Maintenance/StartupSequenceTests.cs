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
}
