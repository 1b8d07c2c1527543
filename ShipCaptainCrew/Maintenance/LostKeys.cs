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
    private static readonly State Nothing = new([], null);
    private volatile State state = Nothing;

    /// <summary>Whether seals of signed waivers cannot be verified because their key is missing.</summary>
    public bool Any => state.KeyIds.Count > 0;

    /// <summary>The file name of the newest backup with the first missing key; null if no backup here has it.</summary>
    public string? Backup => state.Backup;

    /// <summary>Compares the last records with the key folder, and logs a warning if keys are missing.</summary>
    public void Look()
    {
        using var file = SqliteFile.Open(storage.Database);
        using var seals = new PublicSeals(storage.Keys);
        var missing = WaiverVerification.KeysOfRecent(file).Where(id => !seals.Has(id)).ToList();
        state = missing.Count == 0 ? Nothing : new(missing, NewestWith(missing[0]));
        if (missing.Count > 0)
        {
            log.LogWarning(
                "Keys of signed waivers are lost: {Keys} has no {KeyId}. The backup to take them from: {Backup}.",
                storage.Keys, PublicSeals.FileOf(missing[0]), Backup ?? "none here");
        }
        else if (!Directory.EnumerateFiles(storage.Keys).Any() && WereUsed(file))
        {
            log.LogWarning(
                "The keys are lost: {Keys} is empty. New ones are made, and everybody has to sign in again. "
                + "The backup to take them from: {Backup}.",
                storage.Keys, backups.All is [var (path, _), ..] ? Path.GetFileName(path) : "none here");
        }
    }

    /// <summary>Nobody can sign in without keys, so a session shows that there were some.</summary>
    private static bool WereUsed(SqliteFile file) => file.Scalar<long>("SELECT EXISTS (SELECT 1 FROM sessions)") > 0;

    private string? NewestWith(string keyId) =>
        backups.All.Select(backup => backup.Path).FirstOrDefault(path => Has(path, keyId)) is { } found
            ? Path.GetFileName(found)
            : null;

    private static bool Has(string path, string keyId)
    {
        try
        {
            return BackupArchive.Read(path).Seals?.ContainsKey(keyId) == true;
        }
        catch (Exception failure) when (failure is CorruptDataException or InvalidDataException or IOException
            or JsonException)
        {
            // A damaged backup cannot help.
            return false;
        }
    }

    private sealed record State(IReadOnlyList<string> KeyIds, string? Backup);
}
