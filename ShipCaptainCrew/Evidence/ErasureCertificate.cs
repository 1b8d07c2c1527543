namespace ShipCaptainCrew.Evidence;

/// <summary>
/// What is kept of a waiver whose body was erased: which one, by what rule, and the hash that its body had.
/// </summary>
public sealed record ErasureCertificate
{
    public required long ErasedSeq { get; init; }

    public required Guid WaiverId { get; init; }

    /// <summary>Such as <see cref="PastRetention"/>.</summary>
    public required string Rule { get; init; }

    public required DateOnly RetainUntil { get; init; }

    /// <summary>In hex; it is still in the erased record, and in the chain.</summary>
    public required string BodySha256 { get; init; }

    /// <summary>By the server's clock (UTC).</summary>
    public required DateTimeOffset ErasedAt { get; init; }

    public const string PastRetention = "past_retention";

    public byte[] ToBytes() => CanonicalJson.Write(this);

    public static ErasureCertificate Read(byte[] body) => CanonicalJson.Read<ErasureCertificate>(body);
}
