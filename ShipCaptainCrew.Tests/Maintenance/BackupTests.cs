using System.Formats.Tar;
using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

public sealed class BackupTests
{
    /// <summary>
    /// Makes a database what it was before that migration; what it holds by then was done from nowhere.
    /// </summary>
    private const string BeforeFences = """
        ALTER TABLE log DROP COLUMN SessionId; ALTER TABLE log DROP COLUMN Address; ALTER TABLE operators DROP COLUMN SuspendedAt;
        DELETE FROM __EFMigrationsHistory WHERE MigrationId LIKE '%Fences';
        """;

    private readonly CancellationToken stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_backup_made_at_work_brings_a_new_ship_to_where_the_old_one_was_sessions_included()
    {
        await using var lost = new AppFixture();
        var cast = await lost.Cast();
        await cast.Dana.Api.Post("/api/vessels", new { name = "Aurora", passenger_capacity = 6 }).Json(201);
        var backup = lost.Services.GetRequiredService<Backups>().Make();
        await cast.Dana.Api.Post("/api/vessels", new { name = "Too late", passenger_capacity = 6 }).Json(201);

        await using var found = new AppFixture();
        await using (var folder = new DataFolderFixture(found.Folder))
            Assert.Null(await folder.Get<Restore>().From(backup, stop));

        using var dana = found.CreateClient();
        dana.DefaultRequestHeaders.Authorization = cast.Dana.Api.DefaultRequestHeaders.Authorization;
        var vessels = await dana.GetAsync("/api/vessels", stop).Json();
        Assert.Equal(["Aurora"], vessels["items"]!.AsArray().Select(item => (string?)item!["name"]));
    }

    [Fact]
    public async Task A_backup_from_before_the_log_kept_from_where_things_were_done_still_fits_and_its_log_goes_on()
    {
        await using var old = new AppFixture();
        var cast = await old.Cast();
        using (var file = SqliteFile.Open(Path.Combine(old.Folder, StoragePaths.DatabaseName)))
            file.Execute(BeforeFences);
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
    public async Task Without_its_keys_a_ship_sails_on_and_everybody_signs_in_again()
    {
        await using var app = new AppFixture();
        var cast = await app.Cast();
        using var before = app.CreateClient(new() { HandleCookies = false });
        using var form = await before.GetAsync("/sign-in", stop);
        var backup = app.Services.GetRequiredService<Backups>().Make();
        await using var keyless = new AppFixture();
        await using (var folder = new DataFolderFixture(keyless.Folder)) await folder.Get<Restore>().From(backup, stop);
        Directory.Delete(Path.Combine(keyless.Folder, StoragePaths.KeysName), recursive: true);

        using var after = keyless.CreateClient(new() { HandleCookies = false });
        after.DefaultRequestHeaders.Add(
            "Cookie", form.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        using var page = await after.GetAsync("/sign-in", stop);
        using var post = await after.PostAsync("/sign-in", new FormUrlEncodedContent(Fields(await form.Html())), stop);
        after.DefaultRequestHeaders.Authorization = cast.Kim.Api.DefaultRequestHeaders.Authorization;
        using var api = await after.GetAsync("/api/me", stop);

        Assert.Equal((200, 400, 401), ((int)page.StatusCode, (int)post.StatusCode, (int)api.StatusCode));
    }

    [Fact]
    public async Task A_restore_puts_aside_what_was_there()
    {
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        var backup = folder.Get<Backups>().Make();
        await folder.Leave();
        var before = await File.ReadAllBytesAsync(folder.Storage.Database, stop);

        var aside = await folder.Get<Restore>().From(backup, stop);

        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(aside!, StoragePaths.DatabaseName), stop));
        Assert.False(File.Exists($"{folder.Storage.Database}-wal"));
        await folder.TakeCharge();
    }

    [Fact]
    public async Task A_restore_waits_for_no_server()
    {
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        var backup = folder.Get<Backups>().Make();
        await using var other = new DataFolderFixture(folder.Storage.Directory);

        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => other.Get<Restore>().From(backup, stop));

        Assert.Equal(StartRefusedException.Locked, refused.ExitCode);
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("not an archive")]
    [InlineData("a byte changed")]
    [InlineData("a file that leads out")]
    [InlineData("a key nobody backed up")]
    public async Task A_backup_that_is_not_whole_changes_nothing(string harm)
    {
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        var backup = folder.Get<Backups>().Make();
        await folder.Leave();
        Harm(backup, harm);
        var before = folder.Contents();

        var refused = await Assert.ThrowsAsync<CorruptDataException>(() => folder.Get<Restore>().From(backup, stop));

        Assert.Contains("nothing was changed", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Contents());
    }

    [Fact]
    public async Task A_backup_that_fails_leaves_nothing_half_done_and_the_old_ones_alone()
    {
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        var good = folder.Get<Backups>().Make(Path.Combine(folder.Storage.Backups, "good.tar.gz"));
        folder.Sql("INSERT INTO log SELECT 'x', 1, 0, NULL, 'x', 'x', NULL, '{}', x'00', x'00', NULL, NULL");

        Assert.Throws<CorruptDataException>(() => folder.Get<Backups>().Make());

        Assert.Equal([good], Directory.EnumerateFiles(folder.Storage.Backups, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_backup_holds_the_database_the_keys_and_no_mail_and_is_for_its_owner_alone()
    {
        await using var app = new AppFixture();
        await app.Cast();
        await File.WriteAllTextAsync(
            Path.Combine(Directory.CreateDirectory(Path.Combine(app.Folder, "mail")).FullName, "a.eml"), "a live link",
            stop);

        var backup = app.Services.GetRequiredService<Backups>().Make();

        var names = Entries(backup).Select(entry => entry.Name).ToList();
        Assert.Equal(BackupManifest.Name, names[0]);
        Assert.Contains(StoragePaths.DatabaseName, names);
        Assert.Contains("keys/jwt.key", names);
        Assert.DoesNotContain(names, name => name.Contains("mail", StringComparison.Ordinal));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(backup));
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(AngleSharp.Dom.IDocument page) =>
        page.QuerySelector("form")!.QuerySelectorAll("input:not([type=checkbox])")
        .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));

    private static List<TarEntry> Entries(string path)
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        var entries = new List<TarEntry>();
        while (tar.GetNextEntry(copyData: true) is { } entry) entries.Add(entry);
        return entries;
    }

    private static void Harm(string path, string harm)
    {
        var bytes = File.ReadAllBytes(path);
        if (harm == "cut short") File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        if (harm == "not an archive") File.WriteAllText(path, "Dear diary");
        if (harm == "a byte changed") Rewrite(path, entry => { if (entry.Name == StoragePaths.DatabaseName)
            Flip(entry); });
        if (harm == "a file that leads out") Rewrite(path, _ => { }, "keys/../../evil");
        if (harm == "a key nobody backed up") Rewrite(path, _ => { }, "keys/mine.xml");
    }

    private static void Flip(TarEntry entry)
    {
        entry.DataStream!.Position = entry.Length - 1;
        entry.DataStream.WriteByte(0x5A);
        entry.DataStream.Position = 0;
    }

    private static void Rewrite(string path, Action<TarEntry> change, string? more = null)
    {
        var entries = Entries(path);
        using var tar = new TarWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        foreach (var entry in entries)
        {
            change(entry);
            tar.WriteEntry(entry);
        }

        if (more is not null)
            tar.WriteEntry(
                new PaxTarEntry(TarEntryType.RegularFile, more) { DataStream = new MemoryStream([1, 2, 3]) });
    }
}
