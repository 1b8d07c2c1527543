using System.Formats.Tar;
using System.IO.Compression;
using ShipCaptainCrew.Maintenance;
using ShipCaptainCrew.Storage;
using ShipCaptainCrew.Tests.Support;

namespace ShipCaptainCrew.Tests.Maintenance;

public sealed partial class BackupTests
{
    [Fact]
    public async Task A_restore_keeps_the_previous_files_in_another_folder()
    {
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        var backup = folder.Get<Backups>().Make();
        await folder.Leave();
        var before = await File.ReadAllBytesAsync(folder.Storage.Database, stop);

        var previous = await folder.Get<Restore>().From(backup, stop);

        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(previous!, StoragePaths.DatabaseName), stop));
        Assert.False(File.Exists($"{folder.Storage.Database}-wal"));
        await folder.TakeCharge();
    }

    [Fact]
    public async Task A_restore_beside_a_running_server_is_refused()
    {
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        var backup = folder.Get<Backups>().Make();
        await using var other = new DataFolderFixture(folder.Storage.Directory);

        var exception = await Assert.ThrowsAsync<StartRefusedException>(() => other.Get<Restore>().From(backup, stop));

        Assert.Equal(StartRefusedException.Locked, exception.ExitCode);
    }

    [Theory]
    [InlineData("cut short")]
    [InlineData("not an archive")]
    [InlineData("a byte changed")]
    [InlineData("a path out of the folder")]
    [InlineData("a key that was not backed up")]
    public async Task Restoring_a_damaged_backup_changes_nothing(string damage)
    {
        await using var folder = new DataFolderFixture();
        await folder.TakeCharge();
        var backup = folder.Get<Backups>().Make();
        await folder.Leave();
        Damage(backup, damage);
        var before = folder.Contents();

        var exception = await Assert.ThrowsAsync<CorruptDataException>(() => folder.Get<Restore>().From(backup, stop));

        Assert.Contains("nothing was changed", exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, folder.Contents());
    }

    private static void Damage(string path, string damage)
    {
        var bytes = File.ReadAllBytes(path);
        if (damage == "cut short") File.WriteAllBytes(path, bytes[..(bytes.Length / 2)]);
        if (damage == "not an archive") File.WriteAllText(path, "Dear diary");
        if (damage == "a byte changed") Rewrite(path, ChangeDatabase);
        if (damage == "a path out of the folder") Rewrite(path, _ => { }, "keys/../../evil");
        if (damage == "a key that was not backed up") Rewrite(path, _ => { }, "keys/mine.xml");
    }

    private static void ChangeDatabase(TarEntry entry)
    {
        if (entry.Name != StoragePaths.DatabaseName) return;
        entry.DataStream!.Position = entry.Length - 1;
        entry.DataStream.WriteByte(0x5A);
        entry.DataStream.Position = 0;
    }

    private static void Rewrite(string path, Action<TarEntry> change, string? addedName = null)
    {
        var entries = Entries(path);
        using var tar = new TarWriter(new GZipStream(File.Create(path), CompressionLevel.Fastest));
        foreach (var entry in entries)
        {
            change(entry);
            tar.WriteEntry(entry);
        }

        if (addedName is not null)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, addedName)
            {
                DataStream = new MemoryStream([1, 2, 3]),
            });
        }
    }
}
