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
