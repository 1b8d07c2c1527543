using Microsoft.Extensions.Logging;
using MimeKit;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Mail.Smtp;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Storage;

/// <summary>Only the server's user can read what is in the data folder.</summary>
public sealed class FolderPermissionsTests
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const UnixFileMode Everybody =
        Others | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    [Fact]
    public async Task Everything_that_the_server_writes_is_readable_for_its_user_only()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        using var open = await WriteEverything(folder);

        var modes = Modes(folder);

        Assert.Superset(
            new HashSet<string>
            {
                ".", ".ballast", ".begun", ".lock", ".lock.pid", "backups", "keys", "keys/seal.pem", "mail",
                "shipcaptaincrew.db", "shipcaptaincrew.db-shm", "shipcaptaincrew.db-wal",
            },
            modes.Keys.ToHashSet());
        AssertPrivate(modes);
    }

    [Fact]
    public async Task A_start_restricts_what_an_earlier_version_or_a_command_left_open()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        using (await WriteEverything(folder)) await folder.Leave();
        foreach (var path in Everything(folder)) File.SetUnixFileMode(path, Everybody);

        await folder.TakeCharge();

        AssertPrivate(Modes(folder));
    }

    [Fact]
    public async Task A_restore_restricts_the_restored_and_the_previous_files()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        using (await WriteEverything(folder)) await folder.Leave();
        var backup = folder.Get<Backups>().All[0].Path;
        File.SetUnixFileMode(folder.Storage.Database, Everybody);

        await folder.Get<Restore>().From(backup, TestContext.Current.CancellationToken);

        AssertPrivate(Modes(folder));
    }

    [Fact]
    public async Task Files_that_are_not_the_programs_keep_their_permissions_and_so_does_their_folder()
    {
        if (OperatingSystem.IsWindows()) return;
        await using var folder = new DataFolderFixture();
        var foreign = Path.Combine(folder.Storage.Directory, "notes.txt");
        await File.WriteAllTextAsync(foreign, "x", TestContext.Current.CancellationToken);
        foreach (var path in new[] { foreign, folder.Storage.Directory }) File.SetUnixFileMode(path, Everybody);
        using var log = new LogCapture();
        folder.Get<ILoggerFactory>().AddProvider(log);

        await folder.TakeCharge();

        Assert.Single(
            log.Lines, line => line.EndsWith($"{foreign} is not this program's.", StringComparison.Ordinal));

        Assert.Equal(Everybody, File.GetUnixFileMode(foreign));
        Assert.Equal(Everybody, File.GetUnixFileMode(folder.Storage.Directory));
        var modes = Modes(folder);
        foreach (var path in new[] { ".", "notes.txt" }) modes.Remove(path);
        AssertPrivate(modes);
    }

    /// <returns>An open database, which has -wal and -shm files.</returns>
    private static async Task<SqliteFile> WriteEverything(DataFolderFixture folder)
    {
        Seal.In(folder.Storage).Dispose();
        folder.Get<Backups>().Make();
        using var message = new MimeMessage();
        message.MessageId = "1@ship.test";
        await new EmlFolder(folder.Storage, TimeProvider.System).Send(message);
        var file = SqliteFile.Open(folder.Storage.Database);
        file.Execute("CREATE TABLE opened(x)");
        return file;
    }

    private static void AssertPrivate(Dictionary<string, UnixFileMode> modes) =>
        Assert.All(modes, entry => Assert.Equal((entry.Key, 0), (entry.Key, (int)(entry.Value & Others))));

    /// <summary>The permissions of everything, by its path below the data folder.</summary>
    private static Dictionary<string, UnixFileMode> Modes(DataFolderFixture folder)
    {
        if (OperatingSystem.IsWindows()) return [];
        return Everything(folder).ToDictionary(
            path => Path.GetRelativePath(folder.Storage.Directory, path), File.GetUnixFileMode);
    }

    private static IEnumerable<string> Everything(DataFolderFixture folder) =>
        Directory.EnumerateFileSystemEntries(folder.Storage.Directory, "*", SearchOption.AllDirectories)
            .Append(folder.Storage.Directory);
}
