using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Api;

/// <summary>
/// A signed waiver with its proof. Its content is null when it was erased or altered; the position in the hash chain
/// stays.
/// </summary>
internal sealed record WaiverJson
{
    public required Guid Id { get; init; }

    public required Guid EventId { get; init; }

    public required Guid? GuestId { get; init; }

    public required long Seq { get; init; }

    /// <summary>Whether the record differs from what was signed.</summary>
    public required bool Altered { get; init; }

    public required ErasureJson? Erased { get; init; }

    public required DateOnly? RetainUntil { get; init; }

    public required bool Held { get; init; }

    public required string? TemplateName { get; init; }

    public required int? TemplateVersion { get; init; }

    public required string? TemplateSha256 { get; init; }

    public required string? Html { get; init; }

    public required string? SignerName { get; init; }

    public required string? Email { get; init; }

    public required GuardianJson? Guardian { get; init; }

    public required IEnumerable<ChildShown> Children { get; init; }

    public required string? SignaturePath { get; init; }

    public required string? ConsentText { get; init; }

    public required string? ConsentVersion { get; init; }

    public required DateTimeOffset SignedAt { get; init; }

    public required DateTimeOffset? ViewedAt { get; init; }

    public required string? TimeZone { get; init; }

    public required string? Ip { get; init; }

    public required string? UserAgent { get; init; }

    public required string? Language { get; init; }

    public required ReachedBy? ReachedBy { get; init; }

    public required string Hash { get; init; }

    public required string PreviousHash { get; init; }

    public required string BodyHash { get; init; }

    public required string Seal { get; init; }

    public required string KeyId { get; init; }

    public static WaiverJson Of(SignedWaiver waiver) => Of(waiver, waiver.Record, waiver.Content);

    private static WaiverJson Of(SignedWaiver w, WaiverRecord r, WaiverContent? c) => new()
    {
        Id = r.Id,
        EventId = r.CharterId,
        GuestId = r.GuestId,
        Seq = r.Seq,
        Altered = w.IsAltered,
        Erased = w.Erasure is { } e ? new(e.Rule, e.ErasedAt) : null,
        RetainUntil = w.Keeping?.RetainUntil,
        Held = w.Keeping?.IsHeld == true,
        TemplateName = c?.Template.Name,
        TemplateVersion = c?.Template.Version,
        TemplateSha256 = c?.Template.Sha256,
        Html = c?.Html,
        SignerName = c?.SignerName,
        Email = c?.Email,
        Guardian = c?.GuardianRelationship is { } relationship ? new(c.SignerName, relationship) : null,
        Children = c?.Children ?? [],
        SignaturePath = c?.SignaturePath,
        ConsentText = c?.ConsentText,
        ConsentVersion = c?.ConsentVersion,
        SignedAt = r.At,
        ViewedAt = c?.ViewedAt,
        TimeZone = c?.TimeZone,
        Ip = c?.Ip,
        UserAgent = c?.UserAgent,
        Language = c?.Language,
        ReachedBy = c?.ReachedBy,
        Hash = Hex(r.Hash),
        PreviousHash = Hex(r.PreviousHash),
        BodyHash = Hex(r.BodyHash),
        Seal = Convert.ToBase64String(r.SealBytes),
        KeyId = r.KeyId,
    };

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}
