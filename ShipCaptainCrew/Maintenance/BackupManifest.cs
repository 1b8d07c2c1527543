using System.Security.Cryptography;
using System.Text.Json;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// Describes a backup: when it was made, its schema, the hash of each file, and the last entry of each operator's log
/// and of its waiver records.
/// </summary>
public sealed record BackupManifest
{
    /// <summary>In UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The id of the last migration.</summary>
    public required string Schema { get; init; }

    /// <summary>The SHA-256 of each file in hex, by its path in the archive.</summary>
    public required IReadOnlyDictionary<string, string> Sha256 { get; init; }

    /// <summary>The last entry of each operator's audit log.</summary>
    public required IReadOnlyList<ChainHead> Chains { get; init; }

    /// <summary>The last waiver record of each operator; null in backups from before waivers existed.</summary>
    public IReadOnlyList<ChainHead>? Waivers { get; init; }

    /// <summary>The public keys of the waivers' seals, as PEM by key id.</summary>
    public IReadOnlyDictionary<string, string>? Seals { get; init; }

    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>Verifies the files in a workspace and describes them.</summary>
    /// <exception cref="CorruptDataException">The database does not verify.</exception>
    internal static BackupManifest Of(BackupWorkspace workspace, DateTimeOffset at)
    {
        using var file = SqliteFile.OpenReadOnly(workspace.Database);
        using var seals = new PublicSeals(workspace.Keys);
        if (DatabaseVerification.OfContent(file, seals) is { } fault) throw new CorruptDataException(fault);
        var schema = file.Scalar<string>("SELECT max(MigrationId) FROM __EFMigrationsHistory");
        return new()
        {
            MadeAt = at,
            Schema = schema,
            Sha256 = Hashes(workspace.Folder),
            Chains = HashChains.Heads(file, HashChains.Log),
            Waivers = HashChains.Heads(file, HashChains.Waivers),
            Seals = seals.All,
        };
    }

    public static BackupManifest Read(Stream json) =>
        JsonSerializer.Deserialize<BackupManifest>(json, Json)
            ?? throw new CorruptDataException("The manifest is empty.");

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Checks the unpacked files against this manifest, and verifies the database.</summary>
    /// <exception cref="CorruptDataException">A file or the database differs from what was backed up.</exception>
    internal void Verify(BackupWorkspace workspace)
    {
        var found = Hashes(workspace.Folder);
        foreach (var name in Sha256.Keys.Union(found.Keys))
        {
            if (found.GetValueOrDefault(name) != Sha256.GetValueOrDefault(name))
                throw new CorruptDataException($"{name} differs from what was backed up.");
        }

        using var file = SqliteFile.OpenReadOnly(workspace.Database);
        using var seals = new PublicSeals(workspace.Keys);
        if ((DatabaseVerification.OfContent(file, seals) ?? FirstMissing(file)) is { } fault)
            throw new CorruptDataException(fault);
    }

    /// <summary>Describes the first entry of this manifest that is missing from a database; null if none is.</summary>
    public string? FirstMissing(SqliteFile file) => MissingWaivers(file) ?? MissingLogEntries(file);

    public string? MissingLogEntries(SqliteFile file) =>
        HashChains.FirstMissing(file, HashChains.Log, Chains);

    public string? MissingWaivers(SqliteFile file) =>
        HashChains.FirstMissing(file, HashChains.Waivers, Waivers ?? []);

    private static Dictionary<string, string> Hashes(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(path => Path.GetRelativePath(folder, path).Replace('\\', '/'), Hash);

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
