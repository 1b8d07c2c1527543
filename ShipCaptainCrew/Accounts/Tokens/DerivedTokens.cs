using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ShipCaptainCrew.Accounts.Tokens;

/// <summary>
/// Derives tokens from the key of <see cref="TokenKey"/>: the same text always has the same token. Used for links that
/// are mailed again and again, so that one row is enough for all of these emails.
/// </summary>
public sealed class DerivedTokens(TokenKey key)
{
    private const int Bytes = 32;

    private readonly byte[] secret =
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Key.Key, Bytes, info: "derived tokens"u8.ToArray());

    /// <summary>256 bits, safe in a URL.</summary>
    public string Token(string text) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)));
}
