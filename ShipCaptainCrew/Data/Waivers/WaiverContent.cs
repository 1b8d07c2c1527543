namespace ShipCaptainCrew.Data.Waivers;

/// <summary>Everything that makes a signed waiver stand up later: what was shown, what was answered, by whom, when, from where, and how they got there.</summary>
/// <param name="Html">The exact HTML that was shown.</param>
/// <param name="ReachedBy">The link's id, and the address it had been mailed to, if it was.</param>
/// <param name="SignedAt">By the server's clock (UTC).</param>
public sealed record WaiverContent(
    Guid WaiverId,
    OperatorShown Operator,
    CharterShown Event,
    Guid GuestId,
    string GuestName,
    TemplateShown Template,
    string Html,
    string Language,
    string ConsentText,
    string ConsentVersion,
    string SignerName,
    string? Email,
    string? SignaturePath,
    string? GuardianRelationship,
    IReadOnlyList<ChildShown> Children,
    ReachedBy ReachedBy,
    DateTimeOffset? ViewedAt,
    DateTimeOffset SignedAt,
    string TimeZone,
    string? Ip,
    string? UserAgent,
    string AppVersion)
{
    /// <summary>The bytes that are kept, hashed and sealed.</summary>
    public byte[] ToBytes() => CanonicalJson.Write(this);

    /// <summary>Whom it was signed for, where that is not the signer alone.</summary>
    public IReadOnlyList<string> SignedFor() =>
        Children.Count > 0 ? [.. Children.Select(child => child.Name)] : Domain.Guests.Signing.SameName(SignerName, GuestName) ? [] : [GuestName];

    public static WaiverContent Read(byte[] body) => CanonicalJson.Read<WaiverContent>(body);
}

public sealed record OperatorShown(Guid Id, string Name);

public sealed record CharterShown(Guid Id, string Title, string Vessel, DateOnly LocalDate, string TimeZone);

public sealed record TemplateShown(Guid Id, string Name, int Version, string Sha256);

public sealed record ChildShown(string Name, DateOnly BirthDate, Guid GuestId);

/// <param name="Kind">Such as <c>mail</c>, <c>link</c>, <c>party</c>, <c>dock</c> or <c>kiosk</c>.</param>
public sealed record ReachedBy(string Kind, Guid? LinkId, string? MailedTo);
