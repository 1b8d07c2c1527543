using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// A timed fact of one operator's, never rewritten. Each carries the hash of the one before, so that a change anywhere
/// shows.
/// </summary>
public sealed class LogEntry : IOwned
{
    public static readonly byte[] Genesis = new byte[32];

    /// <summary>
    /// What no clock does: without a member it was done by a link, also where no address is known, as in files from
    /// before it was kept.
    /// </summary>
    public static readonly string[] NeverByClock =
        [WaiverSigned.LogKind, GuestAdded.LogKind, OverdueAcknowledged.LogKind];

    private LogEntry()
    {
    }

    public LogEntry(Guid operatorId, long seq, Actor actor, DomainEvent domainEvent, string facts, byte[] previousHash)
    {
        (OperatorId, Seq, At, MemberId, SessionId, Address) = (operatorId, seq, actor.At, actor.MemberId,
            actor.From.SessionId, actor.From.Address);
        (Kind, SubjectId, CharterId, Facts) = (domainEvent.Kind, domainEvent.SubjectId, domainEvent.CharterId, facts);
        (PreviousHash, Hash) = (previousHash, HashAfter(previousHash));
    }

    public Guid OperatorId { get; private set; }

    /// <summary>1, 2, 3 … for each operator, without a gap.</summary>
    public long Seq { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>Who did it; null where the ship's own clock did, or a guest by a link.</summary>
    public Guid? MemberId { get; private set; }

    public string Kind { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public Guid? CharterId { get; private set; }

    /// <summary>The announcement's properties as JSON: ids, states and names of fields.</summary>
    public string Facts { get; private set; } = "{}";

    public byte[] PreviousHash { get; private set; } = [];
    public byte[] Hash { get; private set; } = [];

    /// <summary>
    /// The sign-in it was done in or, where somebody joined, that began with it; null for the ship's clock, and for
    /// whoever came by a link.
    /// </summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The network address it came from; null for the ship's clock.</summary>
    public string? Address { get; private set; }

    /// <summary>Whether somebody did it without being signed in.</summary>
    public bool IsByLink =>
        SessionId is null && (Address is not null || (MemberId is null && NeverByClock.Contains(Kind)));

    /// <summary>An entry as it lies in the file, its columns in the order of the properties.</summary>
    internal static LogEntry From(System.Data.Common.DbDataReader row) => new()
    {
        OperatorId = row.GetGuid(0),
        Seq = row.GetInt64(1),
        At = new(row.GetInt64(2), TimeSpan.Zero),
        MemberId = row.IsDBNull(3) ? null : row.GetGuid(3),
        Kind = row.GetString(4),
        SubjectId = row.GetGuid(5),
        CharterId = row.IsDBNull(6) ? null : row.GetGuid(6),
        Facts = row.GetString(7),
        PreviousHash = row.GetFieldValue<byte[]>(8),
        Hash = row.GetFieldValue<byte[]>(9),
        SessionId = row.IsDBNull(10) ? null : row.GetGuid(10),
        Address = row.IsDBNull(11) ? null : row.GetString(11),
    };

    /// <summary>Whether this entry is what was written, right after the one whose hash is given.</summary>
    public bool Follows(byte[] previousHash) =>
        PreviousHash.AsSpan().SequenceEqual(previousHash) && Hash.AsSpan().SequenceEqual(HashAfter(previousHash));

    /// <summary>
    /// Each column on a line of its own, so that no two entries read alike: what the hash is made of. From where it was
    /// done stands on two more lines, which the clock's entries and those from before it was kept don't have.
    /// </summary>
    public string Lines =>
        string.Join('\n', [OperatorId, Seq, At.UtcTicks, MemberId, Kind, SubjectId, CharterId, Facts, .. WhereFrom]);

    private object?[] WhereFrom => SessionId is null && Address is null ? [] : [SessionId, Address];

    /// <summary>SHA-256 over the previous hash and the lines.</summary>
    private byte[] HashAfter(byte[] previousHash) =>
        SHA256.HashData([.. previousHash, .. Encoding.UTF8.GetBytes(Lines)]);
}
