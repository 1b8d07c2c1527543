using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// Everything needed to verify one signed waiver outside the app: its record, the records before and after it, the
/// public keys, and the log entries about it.
/// </summary>
public sealed record WaiverProof(
    ProofRecord Record, ProofRecord? Before, ProofRecord? After, IReadOnlyList<ProofEntry> Log)
{
    /// <summary>
    /// Viewers who may not see the origins of members' actions get only the guests' entries, because an entry can be
    /// verified only as a whole.
    /// </summary>
    public static async Task<WaiverProof> Of(AppDbContext db, PublicSeals seals, WaiverRecord record, Viewer viewer)
    {
        var neighbors = await db.Waivers.AsNoTracking()
            .Where(row => row.Seq == record.Seq - 1 || row.Seq == record.Seq + 1).ToListAsync();
        var subjects = new[] { record.Id, record.GuestId ?? record.Id };
        var isAll = viewer.May(Right.SeeOrigins);
        var log = await db.Log.AsNoTracking()
            .Where(entry => subjects.Contains(entry.SubjectId) && (isAll || entry.SessionId == null))
            .OrderBy(entry => entry.Seq).ToListAsync();
        return new(
            ProofRecord.Of(record, seals) with { Body = record.Body },
            neighbors.Find(row => row.Seq < record.Seq) is { } before ? ProofRecord.Of(before, seals) : null,
            neighbors.Find(row => row.Seq > record.Seq) is { } after ? ProofRecord.Of(after, seals) : null,
            [.. log.Select(ProofEntry.Of)]);
    }
}

/// <summary>
/// A waiver record in the form that is hashed and sealed. A neighboring record has no body; its hash is enough to
/// verify the chain.
/// </summary>
public sealed record ProofRecord
{
    public required long Seq { get; init; }

    public required string Header { get; init; }

    public required byte[]? Body { get; init; }

    public required byte[] BodyHash { get; init; }

    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }

    public required byte[] Seal { get; init; }

    public required string KeyId { get; init; }

    /// <summary>DER (SubjectPublicKeyInfo); null when the key file is missing.</summary>
    public required byte[]? PublicKey { get; init; }

    public static ProofRecord Of(WaiverRecord row, PublicSeals seals) =>
        new()
        {
            Seq = row.Seq,
            Header = row.Header,
            Body = null,
            BodyHash = row.BodyHash,
            PreviousHash = row.PreviousHash,
            Hash = row.Hash,
            Seal = row.SealBytes,
            KeyId = row.KeyId,
            PublicKey = seals.Der(row.KeyId),
        };
}

/// <summary>
/// A log entry with the lines that are hashed. The JSON leaves out time and kind, because the lines contain them.
/// </summary>
public sealed record ProofEntry(
    [property: JsonIgnore] DateTimeOffset At,
    [property: JsonIgnore] string Kind,
    string Lines,
    byte[] PreviousHash,
    byte[] Hash)
{
    public static ProofEntry Of(LogEntry entry) =>
        new(entry.At, entry.Kind, entry.Lines, entry.PreviousHash, entry.Hash);
}
