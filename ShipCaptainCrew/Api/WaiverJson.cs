using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data.Waivers;

namespace ShipCaptainCrew.Api;

/// <summary>A signed waiver with all that proves it. What was erased by rule is null, and so is what is not what was signed; the record's place in the chain stays.</summary>
/// <param name="Altered">The record is not what was signed.</param>
internal sealed record WaiverJson(
    Guid Id, Guid EventId, Guid? GuestId, long Seq, bool Altered, ErasureJson? Erased, DateOnly? RetainUntil, bool Held,
    string? TemplateName, int? TemplateVersion, string? TemplateSha256, string? Html, string? SignerName, string? Email,
    GuardianJson? Guardian, IEnumerable<ChildShown> Children, string? SignaturePath, string? ConsentText, string? ConsentVersion, DateTimeOffset SignedAt, DateTimeOffset? ViewedAt,
    string? TimeZone, string? Ip, string? UserAgent, string? Language, ReachedBy? ReachedBy, string Hash, string PreviousHash, string BodyHash, string Seal, string KeyId)
{
    public static WaiverJson Of(SignedWaiver waiver) => Of(waiver, waiver.Record, waiver.Content);

    private static WaiverJson Of(SignedWaiver w, WaiverRecord r, WaiverContent? c) => new(
        r.Id, r.CharterId, r.GuestId, r.Seq, w.IsAltered, w.Erasure is { } e ? new(e.Rule, e.ErasedAt) : null, w.Keeping?.RetainUntil, w.Keeping?.IsHeld == true,
        c?.Template.Name, c?.Template.Version, c?.Template.Sha256, c?.Html, c?.SignerName, c?.Email,
        c?.GuardianRelationship is { } relationship ? new(c.SignerName, relationship) : null, c?.Children ?? [], c?.SignaturePath, c?.ConsentText, c?.ConsentVersion, r.At, c?.ViewedAt,
        c?.TimeZone, c?.Ip, c?.UserAgent, c?.Language, c?.ReachedBy, Hex(r.Hash), Hex(r.PreviousHash), Hex(r.BodyHash), Convert.ToBase64String(r.SealBytes), r.KeyId);

    private static string Hex(byte[] hash) => Convert.ToHexStringLower(hash);
}

internal sealed record GuardianJson(string Name, string Relationship);

internal sealed record ErasureJson(string Rule, DateTimeOffset At);
