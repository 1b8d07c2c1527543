namespace ShipCaptainCrew.Evidence;

/// <summary>The record of an erased waiver: its id, the rule that erased it, and the hash of its former body.</summary>
public sealed record ErasureCertificate
{
    public required long ErasedSeq { get; init; }

    public required Guid WaiverId { get; init; }

    /// <summary>For example <see cref="PastRetention"/>.</summary>
    public required string Rule { get; init; }

    public required DateOnly RetainUntil { get; init; }

    /// <summary>In hex. The erased record and the hash chain still contain it.</summary>
    public required string BodySha256 { get; init; }

    /// <summary>By the server's clock (UTC).</summary>
    public required DateTimeOffset ErasedAt { get; init; }

    public const string PastRetention = "past_retention";

    public byte[] ToBytes() => CanonicalJson.Write(this);

    public static ErasureCertificate Read(byte[] body) => CanonicalJson.Read<ErasureCertificate>(body);
}
