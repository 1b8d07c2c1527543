using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// The key that seals waivers (ECDSA, NIST P-256), in the key folder and never in the database: without it nobody can
/// make a record that fits.
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
    /// The folder's key, made where there is none. Its public half comes first: without that, nobody could check what
    /// the key sealed.
    /// </summary>
    public static Seal In(StoragePaths storage)
    {
        var path = Path.Combine(storage.Keys, PrivateName);
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var isThere = File.Exists(path);
        if (isThere) key.ImportFromPem(File.ReadAllText(path));
        var seal = new Seal(key);
        PrivateFiles.Folder(storage.Keys);
        PrivateFiles.Write(
            Path.Combine(storage.Keys, PublicSeals.FileOf(seal.KeyId)), Encoding.ASCII.GetBytes(seal.PublicPem));
        if (!isThere) PrivateFiles.Write(path, Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem()));
        return seal;
    }

    /// <summary>Signature of a hash, IEEE P1363 form (r ‖ s, 64 bytes), which browsers verify as it is.</summary>
    public byte[] Sign(byte[] hash)
    {
        lock (key)
            return key.SignData(hash, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    public void Dispose() => key.Dispose();
}

/// <summary>The public halves of every key that ever sealed here, kept in the key folder.</summary>
public sealed class PublicSeals : IDisposable
{
    private const string Prefix = "seal-", Ending = ".pub.pem";
    private readonly Dictionary<string, ECDsa> keys = [];

    public PublicSeals(string folder)
    {
        if (!Directory.Exists(folder)) return;
        foreach (var path in Directory.EnumerateFiles(folder, $"{Prefix}*{Ending}"))
        {
            var key = ECDsa.Create();
            key.ImportFromPem(File.ReadAllText(path));
            keys[IdOf(key.ExportSubjectPublicKeyInfo())] = key;
        }
    }

    public bool Has(string keyId) => keys.ContainsKey(keyId);

    /// <summary>The public key in PEM by its id; null where it is not here.</summary>
    public string? Pem(string keyId) =>
        keys.TryGetValue(keyId, out var key) ? key.ExportSubjectPublicKeyInfoPem() : null;

    /// <summary>The public key as DER (SubjectPublicKeyInfo), which browsers import.</summary>
    public byte[]? Der(string keyId) => keys.TryGetValue(keyId, out var key) ? key.ExportSubjectPublicKeyInfo() : null;

    public IReadOnlyDictionary<string, string> All =>
        keys.ToDictionary(pair => pair.Key, pair => pair.Value.ExportSubjectPublicKeyInfoPem());

    public bool Confirm(string keyId, byte[] hash, byte[] seal) =>
        keys.TryGetValue(keyId, out var key)
            && key.VerifyData(
                hash, seal, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);

    public void Dispose()
    {
        foreach (var key in keys.Values) key.Dispose();
    }

    internal static string FileOf(string keyId) => $"{Prefix}{keyId}{Ending}";

    internal static string IdOf(byte[] publicKey) => Convert.ToHexStringLower(SHA256.HashData(publicKey))[..16];
}
