using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// A record of an operator's signed waivers, which never changes. Each record has the previous one's hash and a seal
/// over its own hash, so that altering, reordering, inserting or deleting records in the database is detected. The body
/// is what was signed. Erasing deletes only the body and leaves its hash.
/// </summary>
public sealed class WaiverRecord : ISearchable
{
    /// <summary>The previous hash of the first record.</summary>
    public static readonly byte[] Genesis = new byte[32];

    private WaiverRecord()
    {
    }

    internal WaiverRecord(Guid operatorId, long seq, Guid id, RecordKind kind, Guid charterId, Guid? guestId,
        long? erases, DateTimeOffset at, byte[] body, byte[] previousHash, Seal seal)
    {
        (OperatorId, Seq, Id, Kind, CharterId, GuestId, Erases, At) = (operatorId, seq, id, kind, charterId, guestId,
            erases, at);
        (Body, BodyHash, PreviousHash, KeyId) = (body, SHA256.HashData(body), previousHash, seal.KeyId);
        Hash = HashAfter(previousHash);
        SealBytes = seal.Sign(Hash);
    }

    public Guid OperatorId { get; private set; }

    /// <summary>1, 2, 3 … for each operator, without gaps.</summary>
    public long Seq { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>The short reference for people, such as on the receipt.</summary>
    public string Reference => $"W-{Id.ToString("N")[^8..].ToUpperInvariant()}";

    public RecordKind Kind { get; private set; }
    public Guid CharterId { get; private set; }
    public Guid? GuestId { get; private set; }

    /// <summary>In an erasure record: the number of the record whose body was erased.</summary>
    public long? Erases { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Canonical JSON (UTF-8, sorted keys, no floats); null after it was erased.</summary>
    public byte[]? Body { get; private set; }

    public byte[] BodyHash { get; private set; } = [];
    public byte[] PreviousHash { get; private set; } = [];
    public byte[] Hash { get; private set; } = [];

    /// <summary>ECDSA P-256 signature of the hash, by a key that is not in the database.</summary>
    public byte[] SealBytes { get; private set; } = [];

    /// <summary>The id of the key that signed.</summary>
    public string KeyId { get; private set; } = "";

    SearchKind ISearchable.SearchKind => SearchKind.Waiver;

    /// <summary>The names on a signed waiver; none after it was erased.</summary>
    IEnumerable<string?> ISearchable.SearchTexts =>
        Kind == RecordKind.Signed && Body is not null && WaiverContent.Read(Body) is var signed
            ? [signed.SignerName, signed.GuestName, .. signed.Children.Select(child => child.Name)]
            : [];

    internal const string Columns =
        "OperatorId, Seq, Id, Kind, CharterId, GuestId, Erases, At, Body, BodyHash, PreviousHash, Hash, SealBytes, "
        + "KeyId";

    /// <summary>Reads a record from a row whose columns are in the order of <see cref="Columns"/>.</summary>
    /// <exception cref="FormatException">A value is not exactly as this program writes it.</exception>
    internal static WaiverRecord From(DbDataReader row) => new()
    {
        OperatorId = row.Id(0),
        Seq = (long)row[1],
        Id = row.Id(2),
        Kind = row.Kind(3),
        CharterId = row.Id(4),
        GuestId = row.IsDBNull(5) ? null : row.Id(5),
        Erases = row.IsDBNull(6) ? null : (long)row[6],
        At = new((long)row[7], TimeSpan.Zero),
        Body = row.IsDBNull(8) ? null : (byte[])row[8],
        BodyHash = (byte[])row[9],
        PreviousHash = (byte[])row[10],
        Hash = (byte[])row[11],
        SealBytes = (byte[])row[12],
        KeyId = row.Text(13),
    };

    /// <summary>Verifies this record by itself, without its position in the chain.</summary>
    public IntegrityCheck Check(PublicSeals seals) => CheckAfter(PreviousHash, seals);

    /// <summary>
    /// Verifies this record as the one that follows the record with the given hash. A missing body is not a fault here;
    /// a later erasure record must account for it.
    /// </summary>
    internal IntegrityCheck CheckAfter(byte[] previousHash, PublicSeals seals) =>
        !PreviousHash.AsSpan().SequenceEqual(previousHash)
        || (Body is not null && !SHA256.HashData(Body).AsSpan().SequenceEqual(BodyHash))
        || !Hash.AsSpan().SequenceEqual(HashAfter(previousHash)) ? IntegrityCheck.Altered
        : !seals.Has(KeyId) ? IntegrityCheck.KeyMissing
        : seals.Verify(KeyId, Hash, SealBytes) ? IntegrityCheck.Whole : IntegrityCheck.Altered;

    /// <summary>The columns that remain when the body is erased, one per line; part of the record's hash.</summary>
    public string Header =>
        string.Join('\n', OperatorId, Seq, Id, Kind, CharterId, GuestId, Erases, At.UtcTicks, KeyId);

    /// <summary>SHA-256 over the previous hash, the header's hash and the body's hash.</summary>
    private byte[] HashAfter(byte[] previousHash) =>
        SHA256.HashData([.. previousHash, .. SHA256.HashData(Encoding.UTF8.GetBytes(Header)), .. BodyHash]);

    /// <summary>Removes the body. A trigger allows this only if a later record says that it was erased.</summary>
    internal void Erase() => Body = null;
}
