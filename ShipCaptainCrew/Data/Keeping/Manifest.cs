using System.Security.Cryptography;
using System.Text.Json;

namespace ShipCaptainCrew.Data.Keeping;

/// <summary>What a backup says of itself: when it was made, of which schema, what each file must hash to, and where each log ended.</summary>
public sealed record Manifest(DateTimeOffset MadeAt, string Schema, IReadOnlyDictionary<string, string> Sha256, IReadOnlyList<ChainHead> Chains)
{
    public const string Name = "manifest.json";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true };

    /// <summary>Describes what lies in a workshop, after checking it.</summary>
    /// <exception cref="UnsoundException">The database does not hold what was written.</exception>
    internal static Manifest Of(Workshop workshop, DateTimeOffset at)
    {
        using var file = SqliteFile.Look(workshop.Database);
        if (Verification.OfContent(file) is { } fault) throw new UnsoundException(fault);
        return new(at, file.Ask<string>("SELECT max(MigrationId) FROM __EFMigrationsHistory"), Hashes(workshop.Place), Verification.Heads(file));
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
        if (Verification.OfContent(file) is { } fault) throw new UnsoundException(fault);
    }

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
