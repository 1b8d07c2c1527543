using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Accounts.Tokens;

/// <summary>
/// The signing key of program tokens: the setting <c>Jwt:Secret</c>, else a key that is created once in the data
/// folder. Tokens signed with <c>Jwt:PreviousSecret</c> are accepted until they expire.
/// </summary>
public sealed class TokenKey
{
    private const int MinBytes = 32;

    public TokenKey(IConfiguration configuration, StoragePaths storage)
    {
        Key = FromSetting(configuration, "Jwt:Secret") ?? new(ReadOrCreate(Path.Combine(storage.Keys, "jwt.key")));
        Accepted = FromSetting(configuration, "Jwt:PreviousSecret") is { } previous ? [Key, previous] : [Key];
    }

    public SymmetricSecurityKey Key { get; }

    /// <summary>All keys that tokens are accepted for.</summary>
    public IReadOnlyList<SymmetricSecurityKey> Accepted { get; }

    private static SymmetricSecurityKey? FromSetting(IConfiguration configuration, string setting) =>
        configuration[setting] is not { Length: > 0 } secret ? null
        : Encoding.UTF8.GetBytes(secret) is { Length: >= MinBytes } key ? new(key)
        : throw new InvalidOperationException($"{setting} must have at least 32 bytes.");

    private static byte[] ReadOrCreate(string path)
    {
        PrivateFiles.Folder(Path.GetDirectoryName(path)!);
        if (!File.Exists(path)) PrivateFiles.Write(path, RandomNumberGenerator.GetBytes(MinBytes));
        return File.ReadAllBytes(path);
    }
}
