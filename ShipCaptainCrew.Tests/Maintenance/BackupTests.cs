using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

public sealed partial class BackupTests
{
    /// <summary>Takes a database back to before the migration that added sessions and addresses to the log.</summary>
    private const string UndoFences = """
        ALTER TABLE log DROP COLUMN SessionId; ALTER TABLE log DROP COLUMN Address;
        ALTER TABLE operators DROP COLUMN SuspendedAt;
        DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%Fences';
        """;

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_of_a_running_server_restores_its_data_and_sessions_in_a_new_folder()
    {
        await using var original = new AppFixture();
        var cast = await original.Cast();
        await cast.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 6 }).Json(201);
        var backup = original.Services.GetRequiredService<Backups>().Make();
        await cast.Dana.Api.Post("/api/vessels", new { name = "Too late", passenger_capacity = 6 }).Json(201);

        await using var restored = new AppFixture();
        await using (var folder = new DataFolderFixture(restored.Folder))
            Assert.Null(await folder.Get<Restore>().From(backup, stop));

        using var dana = restored.CreateClient();
        dana.DefaultRequestHeaders.Authorization = cast.Dana.Api.DefaultRequestHeaders.Authorization;
        var vessels = await dana.GetAsync("/api/vessels", stop).Json();
        Assert.Equal(["Aurora"], vessels["items"]!.AsArray().Select(item => (string?)item!["name"]));
    }

    [Fact]
    public async Task A_backup_from_before_the_log_had_sessions_verifies_and_its_log_continues()
    {
        await using var old = new AppFixture();
        var cast = await old.Cast();
        using (var file = SqliteFile.Open(Path.Combine(old.Folder, StoragePaths.DatabaseName)))
            file.Execute(UndoFences);
        var backup = old.Services.GetRequiredService<Backups>().Make();

        await using var app = new AppFixture();
        await using (var folder = new DataFolderFixture(app.Folder)) await folder.Get<Restore>().From(backup, stop);
        using var dana = app.CreateClient();
        dana.DefaultRequestHeaders.Authorization = cast.Dana.Api.DefaultRequestHeaders.Authorization;
        await dana.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 6 }).Json(201);

        using var log = SqliteFile.Open(Path.Combine(app.Folder, StoragePaths.DatabaseName));
        Assert.Null(DatabaseVerification.Of(log, new PublicSeals("")));
        Assert.True(log.Scalar<long>("SELECT count(*) FROM log WHERE SessionId IS NULL") > 10);
        Assert.Equal($"{cast.Dana.SessionId}".ToUpperInvariant(),
            log.Scalar<string>("SELECT SessionId FROM log ORDER BY Seq DESC LIMIT 1"));
    }

    [Fact]
    public async Task A_backup_contains_the_database_and_keys_but_no_mail_and_only_its_owner_can_read_it()
    {
        await using var app = new AppFixture();
        await app.Cast();
        var mail = Directory.CreateDirectory(Path.Combine(app.Folder, "mail")).FullName;
        await File.WriteAllTextAsync(Path.Combine(mail, "a.eml"), "a valid link", stop);

        var backup = app.Services.GetRequiredService<Backups>().Make();

        var names = Entries(backup).Select(entry => entry.Name).ToList();
        Assert.Equal(BackupManifest.Name, names[0]);
        Assert.Contains(StoragePaths.DatabaseName, names);
        Assert.Contains("keys/jwt.key", names);
        Assert.DoesNotContain(names, name => name.Contains("mail", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
    }

    private static List<TarEntry> Entries(string path)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var entries = new List<TarEntry>();
        while (tar.GetNextEntry(copyData: true) is { } entry) entries.Add(entry);
        return entries;
    }
}
