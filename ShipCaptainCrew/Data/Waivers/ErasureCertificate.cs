namespace ShipCaptainCrew.Data.Waivers;

/// <summary>What is kept of a waiver whose body was erased: which one, by what rule, and the hash that its body had.</summary>
/// <param name="Rule">Such as <see cref="PastRetention"/>.</param>
/// <param name="BodySha256">In hex; it is still in the erased record, and in the chain.</param>
/// <param name="ErasedAt">By the server's clock (UTC).</param>
public sealed record ErasureCertificate(long ErasedSeq, Guid WaiverId, string Rule, DateOnly RetainUntil, string BodySha256, DateTimeOffset ErasedAt)
{
    public const string PastRetention = "past_retention";

    public byte[] ToBytes() => CanonicalJson.Write(this);

    public static ErasureCertificate Read(byte[] body) => CanonicalJson.Read<ErasureCertificate>(body);
}
