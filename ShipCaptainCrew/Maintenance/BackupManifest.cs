using System.Security.Cryptography;
using System.Text.Json;
using ShipCaptainCrew.Evidence;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Maintenance;

/// <summary>
/// What a backup says of itself: when it was made, of which schema, what each file must hash to, and where each log and
/// waiver book ended.
/// </summary>
public sealed record BackupManifest
{
    public required DateTimeOffset MadeAt { get; init; }

    public required string Schema { get; init; }

    public required IReadOnlyDictionary<string, string> Sha256 { get; init; }

    public required IReadOnlyList<ChainHead> Chains { get; init; }

    /// <summary>Null in backups of before there were waivers.</summary>
    public IReadOnlyList<ChainHead>? Waivers { get; init; }

    /// <summary>The public keys that check the waivers' seals, in PEM by their ids.</summary>
    public IReadOnlyDictionary<string, string>? Seals { get; init; }

    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json =
        new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>Describes what lies in a workshop, after checking it.</summary>
    /// <exception cref="CorruptDataException">The database does not hold what was written.</exception>
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
            Sha256 = Hashes(workspace.Place),
            Chains = ShipCaptainCrew.Evidence.HashChains.Heads(file, ShipCaptainCrew.Evidence.HashChains.Log),
            Waivers = ShipCaptainCrew.Evidence.HashChains.Heads(file, ShipCaptainCrew.Evidence.HashChains.Waivers),
            Seals = seals.All,
        };
    }

    public static BackupManifest Read(System.IO.Stream json) =>
        JsonSerializer.Deserialize<BackupManifest>(json, Json)
            ?? throw new CorruptDataException("The manifest is empty.");

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Checks what was unpacked against it, and the database itself.</summary>
    internal void Confirm(BackupWorkspace workspace)
    {
        var there = Hashes(workspace.Place);
        foreach (var name in Sha256.Keys.Union(there.Keys))
        {
            if (there.GetValueOrDefault(name) != Sha256.GetValueOrDefault(name))
                throw new CorruptDataException($"{name} is not what was backed up.");
        }

        using var file = SqliteFile.OpenReadOnly(workspace.Database);
        using var seals = new PublicSeals(workspace.Keys);
        if ((DatabaseVerification.OfContent(file, seals) ?? LostFrom(file)) is { } fault)
            throw new CorruptDataException(fault);
    }

    /// <summary>The first end of a chain that was there when the backup was made and is not in this database.</summary>
    public string? LostFrom(SqliteFile file) => LostWaivers(file) ?? LostLog(file);

    public string? LostLog(SqliteFile file) =>
        ShipCaptainCrew.Evidence.HashChains.Lost(file, ShipCaptainCrew.Evidence.HashChains.Log, Chains);

    public string? LostWaivers(SqliteFile file) =>
        ShipCaptainCrew.Evidence.HashChains.Lost(file, ShipCaptainCrew.Evidence.HashChains.Waivers, Waivers ?? []);

    private static Dictionary<string, string> Hashes(string place) =>
        Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(place, path).Replace('\\', '/'), Hash);

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

/// <summary>A database or backup does not hold what was written; the message says where.</summary>
public sealed class CorruptDataException(string message) : Exception(message);
