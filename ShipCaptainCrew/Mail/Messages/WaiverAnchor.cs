using System.Text.Json;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Mail.Messages;

/// <summary>The last waiver record when the email was written, or the fault that verification found.</summary>
/// <param name="Hash">The record's hash in hexadecimal.</param>
/// <param name="Fault">What failed verification; null if nothing did.</param>
public sealed record WaiverAnchor(long Seq, string Hash, string KeyId, string? Fault = null)
{
    public static WaiverAnchor Of(WaiverRecord last) => new(last.Seq, Convert.ToHexStringLower(last.Hash), last.KeyId);

    public static WaiverAnchor Of(OutboxEmail email) => JsonSerializer.Deserialize<WaiverAnchor>(email.Facts)!;

    public string ToJson() => JsonSerializer.Serialize(this);
}
