using System.Security.Cryptography;
using System.Text.Json;
using ShipCaptainCrew.Data.Waivers;

namespace ShipCaptainCrew.Data.Keeping;

/// <summary>What a backup says of itself: when it was made, of which schema, what each file must hash to, and where each log and waiver book ended.</summary>
public sealed record Manifest
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

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>Describes what lies in a workshop, after checking it.</summary>
    /// <exception cref="UnsoundException">The database does not hold what was written.</exception>
    internal static Manifest Of(Workshop workshop, DateTimeOffset at)
    {
        using var file = SqliteFile.Look(workshop.Database);
        using var seals = new PublicSeals(workshop.Keys);
        if (Verification.OfContent(file, seals) is { } fault) throw new UnsoundException(fault);
        var schema = file.Ask<string>("SELECT max(MigrationId) FROM __EFMigrationsHistory");
        return new()
        {
            MadeAt = at,
            Schema = schema,
            Sha256 = Hashes(workshop.Place),
            Chains = Keeping.Chains.Heads(file, Keeping.Chains.Log),
            Waivers = Keeping.Chains.Heads(file, Keeping.Chains.Waivers),
            Seals = seals.All,
        };
    }

    public static Manifest Read(System.IO.Stream json) => JsonSerializer.Deserialize<Manifest>(json, Json) ?? throw new UnsoundException("The manifest is empty.");

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);

    /// <summary>Checks what was unpacked against it, and the database itself.</summary>
    internal void Confirm(Workshop workshop)
    {
        var there = Hashes(workshop.Place);
        foreach (var name in Sha256.Keys.Union(there.Keys))
        {
            if (there.GetValueOrDefault(name) != Sha256.GetValueOrDefault(name)) throw new UnsoundException($"{name} is not what was backed up.");
        }

        using var file = SqliteFile.Look(workshop.Database);
        using var seals = new PublicSeals(workshop.Keys);
        if ((Verification.OfContent(file, seals) ?? LostFrom(file)) is { } fault) throw new UnsoundException(fault);
    }

    /// <summary>The first end of a chain that was there when the backup was made and is not in this database.</summary>
    public string? LostFrom(SqliteFile file) => LostWaivers(file) ?? LostLog(file);

    public string? LostLog(SqliteFile file) => Keeping.Chains.Lost(file, Keeping.Chains.Log, Chains);

    public string? LostWaivers(SqliteFile file) => Keeping.Chains.Lost(file, Keeping.Chains.Waivers, Waivers ?? []);

    private static Dictionary<string, string> Hashes(string place) => Directory.EnumerateFiles(place, "*", SearchOption.AllDirectories)
        .ToDictionary(path => Path.GetRelativePath(place, path).Replace('\\', '/'), Hash);

    private static string Hash(string path)
    {
        using var stream = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}

/// <summary>A database or backup does not hold what was written; the message says where.</summary>
public sealed class UnsoundException(string message) : Exception(message);
