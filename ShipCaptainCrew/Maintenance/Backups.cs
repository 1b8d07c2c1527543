using System.Globalization;
using System.Text.Json;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Makes backups while the server runs or while it is stopped. A backup is one file with a verified copy of the
/// database, the keys and a manifest, which <c>restore</c> reads. An incomplete backup is never left behind.
/// </summary>
public sealed class Backups(StoragePaths storage, TimeProvider clock)
{
    private const string Prefix = "shipcaptaincrew-";
    private const string TimestampFormat = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>The backups in the backup folder with the time (UTC) each was made, newest first.</summary>
    public IReadOnlyList<(string Path, DateTimeOffset At)> All => !Directory.Exists(storage.Backups) ? [] :
    [
        .. from path in Directory.EnumerateFiles(storage.Backups, $"{Prefix}*{BackupArchive.Extension}")
           let at = MadeAt(path)
           where at is not null
           orderby at descending
           select (path, at.Value),
    ];

    /// <summary>As <see cref="All"/>, but empty if the backup folder cannot be read.</summary>
    public IReadOnlyList<(string Path, DateTimeOffset At)> Readable
    {
        get
        {
            try
            {
                return All;
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return [];
            }
        }
    }

    /// <summary>Makes a backup in the backup folder, or at the given path, and returns its path.</summary>
    /// <exception cref="CorruptDataException">The database does not verify.</exception>
    public string Make(string? path = null)
    {
        var at = clock.GetUtcNow();
        path ??= Path.Combine(PrivateFiles.Folder(storage.Backups).FullName,
            $"{Prefix}{at.ToString(TimestampFormat, CultureInfo.InvariantCulture)}{BackupArchive.Extension}");
        using var workspace = new BackupWorkspace(storage);
        using (var live = SqliteFile.Open(storage.Database)) live.CopyTo(workspace.Database);
        foreach (var key in Directory.EnumerateFiles(storage.Keys))
            File.Copy(key, Path.Combine(workspace.Keys, Path.GetFileName(key)));
        BackupArchive.Pack(path, workspace.Folder, BackupManifest.Of(workspace, at));
        return path;
    }

    /// <summary>The manifest of the newest backup; null if there is none.</summary>
    public BackupManifest? Newest() => All is [var (path, _), ..] ? BackupArchive.Read(path) : null;

    /// <summary>
    /// Deletes the backups that <see cref="BackupRetention"/> does not keep, except those with a seal key that is
    /// missing from the key folder: without it, signed waivers could no longer be verified.
    /// </summary>
    public void Prune()
    {
        var now = clock.GetUtcNow();
        BackupWorkspace.Sweep(storage, now.UtcDateTime.AddDays(-1));
        var kept = BackupRetention.Kept(All.Select(backup => backup.At), now);
        foreach (var (path, at) in All)
        {
            if (!kept.Contains(at) && !HasLostKey(path)) File.Delete(path);
        }
    }

    private bool HasLostKey(string path)
    {
        try
        {
            return BackupArchive.Read(path).Seals?.Keys
                .Any(keyId => !File.Exists(Path.Combine(storage.Keys, PublicSeals.FileOf(keyId)))) == true;
        }
        catch (Exception failure) when (failure is CorruptDataException or InvalidDataException or IOException
            or JsonException)
        {
            return false;
        }
    }

    /// <summary>Tells an administrator how to restore the newest backup.</summary>
    public string RestoreInstructions()
    {
        var restore = $"dotnet {Environment.GetCommandLineArgs()[0]} restore";
        return All is [var (newest, _), ..]
            ? $"Restore the newest backup with: {restore} {newest}"
            : $"There is no backup in {storage.Backups}. Restore one from elsewhere with: {restore} FILE";
    }

    private static DateTimeOffset? MadeAt(string path)
    {
        var timestamp = Path.GetFileName(path)[Prefix.Length..^BackupArchive.Extension.Length];
        return DateTimeOffset.TryParseExact(timestamp, TimestampFormat, CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out var at)
            ? at
            : null;
    }
}
