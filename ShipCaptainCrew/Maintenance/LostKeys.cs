using System.Text.Json;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// The keys that were used and are no longer in the key folder, with the newest backup that still has them. New keys
/// are made without asking, so the loss would otherwise show only when a signed waiver is to be proved.
/// </summary>
public sealed class LostKeys(StoragePaths storage, Backups backups, ILogger<LostKeys> log)
{
    private static readonly State Nothing = new() { Files = [] };
    private volatile State state = Nothing;

    /// <summary>Whether seals of signed waivers cannot be verified because their key is missing.</summary>
    public bool Any => Current is { Files.Count: > 0, AreAll: false };

    /// <summary>Whether the key folder was empty at the start, and no waiver was signed with the lost keys.</summary>
    public bool AreAll => Current.AreAll;

    /// <summary>The file name of the newest backup with all missing keys; null if no backup here has them.</summary>
    public string? Backup => Current.Backup;

    /// <summary>The state, which ends as soon as the missing files are back.</summary>
    private State Current
    {
        get
        {
            var seen = state;
            var areBack = seen.Files.Count > 0
                && seen.Files.All(name => File.Exists(Path.Combine(storage.Keys, name)));
            return areBack ? state = Nothing : seen;
        }
    }

    /// <summary>The file name of the newest backup with the key; null if no backup here has it.</summary>
    public string? BackupWith(string keyId) => NewestWith([keyId]);

    /// <summary>Compares the last records with the key folder, and logs a warning if keys are missing.</summary>
    public void Refresh()
    {
        using var file = SqliteFile.Open(storage.Database);
        using var seals = new PublicSeals(storage.Keys);
        var missing = WaiverVerification.KeysOfRecent(file).Where(id => !seals.Has(id)).ToList();
        if (missing.Count > 0)
        {
            state = new() { Files = missing.ConvertAll(PublicSeals.FileOf), Backup = NewestWith(missing) };
            log.LogWarning(
                "Keys of signed waivers are lost: {Keys} has no {Files}. The backup to take them from: {Backup}.",
                storage.Keys, string.Join(", ", state.Files), state.Backup ?? "none here");
        }
        else if (!Directory.EnumerateFiles(storage.Keys).Any() && WereUsed(file))
        {
            state = AllLost();
            log.LogWarning(
                "The keys are lost: {Keys} is empty. New ones are made, and everybody has to sign in again. "
                + "The backup to take them from: {Backup}.",
                storage.Keys, state.Backup ?? "none here");
        }
        else if (!state.AreAll)
        {
            state = Nothing;
        }
    }

    /// <summary>Nobody can sign in without keys, so a session shows that there were some.</summary>
    private static bool WereUsed(SqliteFile file) => file.Scalar<long>("SELECT EXISTS (SELECT 1 FROM sessions)") > 0;

    private static BackupManifest? Read(string path)
    {
        try
        {
            return BackupArchive.Read(path);
        }
        catch (Exception failure) when (failure is CorruptDataException or InvalidDataException or IOException
            or JsonException or UnauthorizedAccessException)
        {
            // No keys can be taken from a backup that cannot be read.
            return null;
        }
    }

    private string? NewestWith(IReadOnlyCollection<string> keyIds) => NewestWhere(
        manifest => manifest.Seals is { } seals && keyIds.All(seals.ContainsKey)).Name;

    private State AllLost()
    {
        const string folder = StoragePaths.KeysName + "/";
        var (name, manifest) = NewestWhere(found => found.Sha256.Keys.Any(IsKey));
        return new()
        {
            AreAll = true,
            Files = [.. from path in manifest?.Sha256.Keys ?? [] where IsKey(path) select path[folder.Length..]],
            Backup = name,
        };

        static bool IsKey(string path) => path.StartsWith(folder, StringComparison.Ordinal);
    }

    private (string? Name, BackupManifest? Manifest) NewestWhere(Func<BackupManifest, bool> condition) =>
        backups.Readable.Select(backup => (Name: Path.GetFileName(backup.Path), Manifest: Read(backup.Path)))
            .FirstOrDefault(backup => backup.Manifest is { } manifest && condition(manifest));

    private sealed record State
    {
        /// <summary>The names of the files that are missing in the key folder, as far as they are known.</summary>
        public required List<string> Files { get; init; }

        public bool AreAll { get; init; }

        public string? Backup { get; init; }
    }
}
