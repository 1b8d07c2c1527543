using System.Security.Cryptography;

namespace ShipCaptainCrew.Evidence;

/// <summary>The public keys of all seals of this installation, read from the key folder.</summary>
public sealed class PublicSeals : IDisposable
{
    private const string Prefix = "seal-", Suffix = ".pub.pem";
    private readonly Dictionary<string, ECDsa> keys = [];

    public PublicSeals(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, $"{Prefix}*{Suffix}"))
        {
            var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(path));
            keys[IdOf(key.ExportSubjectPublicKeyInfo())] = key;
        }
    }

    public bool Has(string keyId) => keys.ContainsKey(keyId);

    /// <summary>The public key as PEM; null if it is not in the folder.</summary>
    public string? Pem(string keyId) =>
        keys.TryGetValue(keyId, out var key) ? key.ExportSubjectPublicKeyInfoPem() : null;

    /// <summary>
    /// The public key as DER (SubjectPublicKeyInfo), which browsers can import; null if it is missing.
    /// </summary>
    public byte[]? Der(string keyId) => keys.TryGetValue(keyId, out var key) ? key.ExportSubjectPublicKeyInfo() : null;

    /// <summary>All public keys as PEM by key id.</summary>
    public IReadOnlyDictionary<string, string> All =>
        keys.ToDictionary(pair => pair.Key, pair => pair.Value.ExportSubjectPublicKeyInfoPem());

    public bool Verify(string keyId, byte[] hash, byte[] seal) =>
        keys.TryGetValue(keyId, out var key)
            && key.VerifyData(
                hash, seal, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public void Dispose()
    {
        foreach (var key in keys.Values) key.Dispose();
    }

    internal static string FileOf(string keyId) => $"{Prefix}{keyId}{Suffix}";

    internal static string IdOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16];
}
