using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// The private key that signs waiver records (ECDSA, NIST P-256). It is in the key folder and never in the database, so
/// that access to the database alone is not enough to forge a record.
/// </summary>
public sealed class Seal : IDisposable
{
    private const string PrivateName = "seal.pem";
    private readonly ECDsa key;

    private Seal(ECDsa key) => (this.key, KeyId) = (key, PublicSeals.IdOf(key.ExportSubjectPublicKeyInfo()));

    /// <summary>The first 16 hex digits of the SHA-256 of the public key.</summary>
    public string KeyId { get; }

    public string PublicPem => key.ExportSubjectPublicKeyInfoPem();

    /// <summary>
    /// Reads the folder's key, or creates one. The public key is written first, because seals cannot be verified
    /// without it.
    /// </summary>
    public static Seal In(StoragePaths storage)
    {
        var path = Path.Combine(storage.Keys, PrivateName);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var exists = File.Exists(path);
        if (exists) key.ImportFromPem(File.ReadAllText(path));
        var seal = new Seal(key);
        PrivateFiles.Folder(storage.Keys);
        PrivateFiles.Write(
            Path.Combine(storage.Keys, PublicSeals.FileOf(seal.KeyId)), Encoding.ASCII.GetBytes(seal.PublicPem));
        if (!exists) PrivateFiles.Write(path, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        return seal;
    }

    /// <summary>Signs a hash in IEEE P1363 format (r ‖ s, 64 bytes), which browsers can verify directly.</summary>
    public byte[] Sign(byte[] hash)
    {
        lock (key)
            return key.SignData(hash, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public void Dispose() => key.Dispose();
}

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
