using System.Formats.Tar;
using System.IO.Compression;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>The format of a backup: a .tar.gz file of manifest, database and keys.</summary>
internal static class BackupArchive
{
    public const string Extension = ".tar.gz";

    public static void Pack(string path, string folder, BackupManifest manifest) => PrivateFiles.Write(path, file =>
    {
        using var gzip = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
        using var tar = new TarWriter(gzip);
        Add(tar, BackupManifest.Name, new MemoryStream(manifest.ToJson()));
        foreach (var name in manifest.Sha256.Keys) Add(tar, name, File.OpenRead(Path.Combine(folder, name)));
    });

    /// <summary>Reads the manifest of a backup without unpacking it.</summary>
    public static BackupManifest Read(string path)
    {
        using var tar = Open(path);
        return ReadManifest(tar);
    }

    /// <summary>Unpacks a backup into a folder.</summary>
    /// <exception cref="CorruptDataException">An entry is not a file of a backup, such as a path out of the
    /// folder.</exception>
    public static BackupManifest Unpack(string path, string folder)
    {
        using var tar = Open(path);
        var manifest = ReadManifest(tar);
        while (tar.GetNextEntry() is { } entry)
        {
            if (!Belongs(entry)) throw new CorruptDataException($"{entry.Name} does not belong in a backup.");
            entry.ExtractToFile(Path.Combine(folder, entry.Name), overwrite: false);
        }

        return manifest;
    }

    private static TarReader Open(string path) => new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));

    private static BackupManifest ReadManifest(TarReader tar) =>
        tar.GetNextEntry() is { Name: BackupManifest.Name, DataStream: { } json }
            ? BackupManifest.Read(json)
            : throw new CorruptDataException("The first entry is not the manifest.");

    private static bool Belongs(TarEntry entry) => entry.EntryType is TarEntryType.RegularFile
        && entry.Name.Split('/') is [StoragePaths.DatabaseName] or [StoragePaths.KeysName, not ("" or "." or "..")];

    private static void Add(TarWriter tar, string name, Stream content)
    {
        using (content)
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = content,
                Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
    }
}
