using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

/// <summary>
/// All that is needed to check one signed waiver far from here: its record, its neighbours in the book, the public keys
/// and the log's entries about it.
/// </summary>
public sealed record WaiverProof(
    ProofRecord Record, ProofRecord? Before, ProofRecord? After, IReadOnlyList<ProofEntry> Log)
{
    /// <summary>
    /// Whoever may not see from where colleagues did something gets the entries of guests alone: an entry proves itself
    /// only whole.
    /// </summary>
    public static async Task<WaiverProof> Of(AppDbContext db, PublicSeals seals, WaiverRecord record, Viewer viewer)
    {
        var neighbours = await db.Waivers.AsNoTracking()
            .Where(row => row.Seq == record.Seq - 1 || row.Seq == record.Seq + 1).ToListAsync();
        var subjects = new[] { record.Id, record.GuestId ?? record.Id };
        var isAll = viewer.May(Right.SeeOrigins);
        var log = await db.Log.AsNoTracking()
            .Where(entry => subjects.Contains(entry.SubjectId) && (isAll || entry.SessionId == null))
            .OrderBy(entry => entry.Seq).ToListAsync();
        return new(
            ProofRecord.Of(record, seals) with { Body = record.Body },
            neighbours.Find(row => row.Seq < record.Seq) is { } before ? ProofRecord.Of(before, seals) : null,
            neighbours.Find(row => row.Seq > record.Seq) is { } after ? ProofRecord.Of(after, seals) : null,
            [.. log.Select(ProofEntry.Of)]);
    }
}

/// <summary>
/// A record of the book: what is hashed and sealed, as it is hashed and sealed. A neighbour's body stays at home; its
/// hash is enough.
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

    /// <summary>DER (SubjectPublicKeyInfo); null where it is lost.</summary>
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
/// An entry of the log with the lines that its hash is made of; what of them is shown is not written a second time.
/// </summary>
public sealed record ProofEntry([property: JsonIgnore] DateTimeOffset At, [property: JsonIgnore] string Kind,
    string Lines, byte[] PreviousHash, byte[] Hash)
{
    public static ProofEntry Of(LogEntry entry) =>
        new(entry.At, entry.Kind, entry.Lines, entry.PreviousHash, entry.Hash);
}
