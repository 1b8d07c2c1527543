using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Evidence;

/// <summary>What a record of the waiver book says.</summary>
public enum RecordKind { Signed, Erased }

/// <summary>
/// What a look at one record finds: as it was signed, not so, or sealed with a key whose public half is not in the key
/// folder.
/// </summary>
public enum IntegrityCheck { Whole, Altered, KeyMissing }

/// <summary>
/// A record of an operator's waiver book, never changed. Each carries the hash of the one before and a seal over its
/// own, so that whoever edits the database can neither alter, swap, insert nor drop one unseen. What was signed is the
/// body; erasing takes the body alone and leaves its hash.
/// </summary>
public sealed class WaiverRecord : IOwned
{
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

    /// <summary>1, 2, 3 … for each operator, without a gap.</summary>
    public long Seq { get; private set; }

    public Guid Id { get; private set; }

    /// <summary>What a person calls it by, on the receipt and on the telephone.</summary>
    public string Reference => $"W-{Id.ToString("N")[^8..].ToUpperInvariant()}";

    public RecordKind Kind { get; private set; }
    public Guid CharterId { get; private set; }
    public Guid? GuestId { get; private set; }

    /// <summary>The number of the record whose body this one says was erased.</summary>
    public long? Erases { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Canonical JSON (UTF-8, sorted keys, no floats); null once erased.</summary>
    public byte[]? Body { get; private set; }

    public byte[] BodyHash { get; private set; } = [];
    public byte[] PreviousHash { get; private set; } = [];
    public byte[] Hash { get; private set; } = [];

    /// <summary>ECDSA P-256 over the hash, by a key that is not in the database.</summary>
    public byte[] SealBytes { get; private set; } = [];

    /// <summary>Which key.</summary>
    public string KeyId { get; private set; } = "";

    internal const string Columns =
        "OperatorId, Seq, Id, Kind, CharterId, GuestId, Erases, At, Body, BodyHash, PreviousHash, Hash, SealBytes, KeyId";

    /// <summary>
    /// A record as it lies in the file, its columns in the order of <see cref="Columns"/>; throws where one is not
    /// written as we write it.
    /// </summary>
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
        KeyId = row.Letters(13),
    };

    /// <summary>Whether this record by itself is what was signed, whatever stands before and after it.</summary>
    public IntegrityCheck Stands(PublicSeals seals) => StandsAfter(PreviousHash, seals);

    /// <summary>
    /// Whether it is what was signed, right after the one whose hash is given. A missing body is for a later record to
    /// explain.
    /// </summary>
    internal IntegrityCheck StandsAfter(byte[] previousHash, PublicSeals seals) =>
        !PreviousHash.AsSpan().SequenceEqual(previousHash)
        || (Body is not null && !SHA256.HashData(Body).AsSpan().SequenceEqual(BodyHash))
        || !Hash.AsSpan().SequenceEqual(HashAfter(previousHash)) ? IntegrityCheck.Altered
        : !seals.Has(KeyId) ? IntegrityCheck.KeyMissing
        : seals.Confirm(KeyId, Hash, SealBytes) ? IntegrityCheck.Whole : IntegrityCheck.Altered;

    /// <summary>The columns that stay when the body is erased, one a line: their hash goes into the record's.</summary>
    public string Header =>
        string.Join('\n', OperatorId, Seq, Id, Kind, CharterId, GuestId, Erases, At.UtcTicks, KeyId);

    /// <summary>SHA-256 over the previous hash, the header's hash and the body's hash.</summary>
    private byte[] HashAfter(byte[] previousHash) =>
        SHA256.HashData([.. previousHash, .. SHA256.HashData(Encoding.UTF8.GetBytes(Header)), .. BodyHash]);

    /// <summary>Takes the body; the trigger lets it go only where a later record says so.</summary>
    internal void Erase() => Body = null;
}
