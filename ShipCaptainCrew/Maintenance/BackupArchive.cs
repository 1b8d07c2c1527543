using System.Formats.Tar;
using System.IO.Compression;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>One backup is one .tar.gz: manifest, database, keys. It can be opened anywhere, by any tool.</summary>
internal static class BackupArchive
{
    public const string Extension = ".tar.gz";

    public static void Pack(string path, string place, BackupManifest manifest) => PrivateFiles.Write(path, file =>
    {
        using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
        using var tar = new TarWriter(gzip);
        Add(tar, ShipCaptainCrew.Maintenance.BackupManifest.Name, new MemoryStream(manifest.ToJson()));
        foreach (var name in manifest.Sha256.Keys) Add(tar, name, File.OpenRead(Path.Combine(place, name)));
    });

    /// <summary>What the backup says of itself, without unpacking it.</summary>
    public static BackupManifest Read(string path)
    {
        using var tar = Open(path);
        return Manifest(tar);
    }

    /// <summary>Takes out what belongs in a backup and nothing else, so that no name leads out of the place.</summary>
    public static BackupManifest Unpack(string path, string place)
    {
        using var tar = Open(path);
        var manifest = Manifest(tar);
        while (tar.GetNextEntry() is { } entry)
        {
            if (!Belongs(entry)) throw new CorruptDataException($"{entry.Name} does not belong in a backup.");
            entry.ExtractToFile(Path.Combine(place, entry.Name), overwrite: false);
        }

        return manifest;
    }

    private static TarReader Open(string path) => new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));

    private static BackupManifest Manifest(TarReader tar) =>
        tar.GetNextEntry() is { Name: ShipCaptainCrew.Maintenance.BackupManifest.Name, DataStream: { } json }
        ? ShipCaptainCrew.Maintenance.BackupManifest.Read(json)
        : throw new CorruptDataException("It does not begin with a manifest.");

    private static bool Belongs(TarEntry entry) => entry.EntryType is TarEntryType.RegularFile
        && entry.Name.Split('/') is [StoragePaths.DatabaseName] or [StoragePaths.KeysName, not ("" or "." or "..")];

    private static void Add(TarWriter tar, string name, System.IO.Stream content)
    {
        using (content)
            tar.WriteEntry(
                new PaxTarEntry(TarEntryType.RegularFile,
                    name) { DataStream = content, Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
    }
}
