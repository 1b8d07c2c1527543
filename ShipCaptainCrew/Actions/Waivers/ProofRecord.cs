using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Actions.Waivers;

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
