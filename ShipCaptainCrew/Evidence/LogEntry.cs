using System.Security.Cryptography;
using System.Text;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// An entry of an operator's audit log, which never changes. Each entry has the previous one's hash, so that any later
/// change is detected.
/// </summary>
public sealed class LogEntry : IOwned
{
    /// <summary>The previous hash of the first entry.</summary>
    public static readonly byte[] Genesis = new byte[32];

    /// <summary>
    /// The kinds that are never automatic: without a member, they were done by a link. Old files have no address that
    /// would show it.
    /// </summary>
    public static readonly string[] NeverByClock =
    [
        WaiverSigned.LogKind, GuestAdded.LogKind, OverdueAcknowledged.LogKind, WaiverRemindersStopped.LogKind,
        WaiverRemindersResumed.LogKind,
    ];

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

    /// <summary>1, 2, 3 … for each operator, without gaps.</summary>
    public long Seq { get; private set; }

    /// <summary>In UTC.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>The member who did it; null for an automatic entry, or if it was done by a link.</summary>
    public Guid? MemberId { get; private set; }

    public string Kind { get; private set; } = "";
    public Guid SubjectId { get; private set; }
    public Guid? CharterId { get; private set; }

    /// <summary>The event's properties as JSON: ids, states and names of fields.</summary>
    public string Facts { get; private set; } = "{}";

    public byte[] PreviousHash { get; private set; } = [];
    public byte[] Hash { get; private set; } = [];

    /// <summary>
    /// The session in which it was done or, when a member joined, that it started. Null for an automatic entry, or if
    /// it was done by a link.
    /// </summary>
    public Guid? SessionId { get; private set; }

    /// <summary>The IP address of the request; null for an automatic entry.</summary>
    public string? Address { get; private set; }

    /// <summary>Whether it was done by a link, without being signed in.</summary>
    public bool IsByLink =>
        SessionId is null && (Address is not null || (MemberId is null && NeverByClock.Contains(Kind)));

    /// <summary>Reads an entry from a row whose columns are in the order of the properties.</summary>
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

    /// <summary>Whether this entry is unchanged and directly follows the one with the given hash.</summary>
    public bool Follows(byte[] previousHash) =>
        PreviousHash.AsSpan().SequenceEqual(previousHash) && Hash.AsSpan().SequenceEqual(HashAfter(previousHash));

    /// <summary>
    /// The text that is hashed: one column per line, so that different entries always differ. The session and the
    /// address are two more lines, which automatic and old entries do not have.
    /// </summary>
    public string Lines =>
        string.Join('\n', [OperatorId, Seq, At.UtcTicks, MemberId, Kind, SubjectId, CharterId, Facts, .. Origin]);

    private object?[] Origin => SessionId is null && Address is null ? [] : [SessionId, Address];

    /// <summary>SHA-256 over the previous hash and the lines.</summary>
    private byte[] HashAfter(byte[] previousHash) =>
        SHA256.HashData([.. previousHash, .. Encoding.UTF8.GetBytes(Lines)]);
}
