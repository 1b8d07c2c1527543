using System.Text.Json.Serialization;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Evidence;

/// <summary>
/// The evidence of a signature: what was shown, what was answered, by whom, when, from which address, and by which
/// link.
/// </summary>
public sealed record WaiverContent
{
    public required Guid WaiverId { get; init; }

    public required OperatorShown Operator { get; init; }

    public required CharterShown Event { get; init; }

    public required Guid GuestId { get; init; }

    public required string GuestName { get; init; }

    public required TemplateShown Template { get; init; }

    /// <summary>The exact HTML that was shown.</summary>
    public required string Html { get; init; }

    public required string Language { get; init; }

    public required string ConsentText { get; init; }

    public required string ConsentVersion { get; init; }

    public required string SignerName { get; init; }

    public required string? Email { get; init; }

    public required string? SignaturePath { get; init; }

    public required string? GuardianRelationship { get; init; }

    /// <summary>
    /// The date of birth that the signer entered, who was listed as a minor; null for all others, and not written then.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateOnly? SignerBirthDate { get; init; }

    public required IReadOnlyList<ChildShown> Children { get; init; }

    /// <summary>The link by which the signer opened the waiver.</summary>
    public required ReachedBy ReachedBy { get; init; }

    public required DateTimeOffset? ViewedAt { get; init; }

    /// <summary>By the server's clock (UTC).</summary>
    public required DateTimeOffset SignedAt { get; init; }

    public required string TimeZone { get; init; }

    public required string? Ip { get; init; }

    public required string? UserAgent { get; init; }

    public required string AppVersion { get; init; }

    /// <summary>The bytes that are stored, hashed and sealed.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(this);

    /// <summary>The names of those it was signed for; empty if the signer signed only for themselves.</summary>
    public IReadOnlyList<string> SignedFor() =>
        Children.Count > 0
            ? [.. Children.Select(child => child.Name)]
            : Signing.SameName(SignerName, GuestName) ? [] : [GuestName];

    public static WaiverContent Read(byte[] body) => CanonicalJson.Read<WaiverContent>(body);
}
