using System.Globalization;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Makes backups, beside a running server or without one: a copy of the database that was checked, the keys, and a
/// manifest, in one file that <c>restore</c> takes whole. It is complete or it is not there.
/// </summary>
public sealed class Backups(StoragePaths storage, TimeProvider clock)
{
    private const string Prefix = "shipcaptaincrew-";
    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Those in the backup folder with the instant each was made, newest first.</summary>
    public IReadOnlyList<(string Path, DateTimeOffset At)> All => !Directory.Exists(storage.Backups) ? [] :
    [
        .. from path in Directory.EnumerateFiles(storage.Backups, $"{Prefix}*{BackupArchive.Extension}")
           let at = MadeAt(path)
           where at is not null
           orderby at descending
           select (path, at.Value),
    ];

    /// <summary>Makes one in the backup folder, or as the file named, and returns its path.</summary>
    public string Make(string? path = null)
    {
        var at = clock.GetUtcNow();
        path ??= Path.Combine(PrivateFiles.Folder(storage.Backups).FullName,
            $"{Prefix}{at.ToString(Stamp, CultureInfo.InvariantCulture)}{BackupArchive.Extension}");
        using var workspace = new BackupWorkspace(storage);
        using (var live = SqliteFile.Open(storage.Database)) live.CopyTo(workspace.Database);
        foreach (var key in Directory.EnumerateFiles(storage.Keys))
            File.Copy(key, Path.Combine(workspace.Keys, Path.GetFileName(key)));
        BackupArchive.Pack(path, workspace.Place, BackupManifest.Of(workspace, at));
        return path;
    }

    /// <summary>What the newest one says of itself; null where there is none.</summary>
    public BackupManifest? Newest() => All is [var (path, _), ..] ? BackupArchive.Read(path) : null;

    /// <summary>Takes away those that are older than anybody will ask for.</summary>
    public void Prune()
    {
        var now = clock.GetUtcNow();
        BackupWorkspace.Sweep(storage, now.UtcDateTime.AddDays(-1));
        var kept = BackupRetention.Kept(All.Select(backup => backup.At), now);
        foreach (var (path, at) in All)
        {
            if (!kept.Contains(at)) File.Delete(path);
        }
    }

    /// <summary>What to type to get the last backup back.</summary>
    public string Advice()
    {
        var restore = $"dotnet {Environment.GetCommandLineArgs()[0]} restore";
        return All is [var (newest, _), ..]
            ? $"Get the last backup back with: {restore} {newest}"
            : $"There is no backup in {storage.Backups}; with one from elsewhere: {restore} FILE";
    }

    private static DateTimeOffset? MadeAt(string path) => DateTimeOffset.TryParseExact(
        Path.GetFileName(path)[Prefix.Length..^BackupArchive.Extension.Length], Stamp, CultureInfo.InvariantCulture,
        DateTimeStyles.AssumeUniversal, out var at)
            ? at : null;
}
