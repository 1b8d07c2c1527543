using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>
/// A link that grants one right to one person until it expires. Only its hash is stored: the token exists only in the
/// email, and does not depend on any key file. A link that acts for a member or the shore contact has a code too.
/// </summary>
public sealed partial class SignedLink : LinkWithCode
{
    /// <summary>How long a guest can see what they signed after the charter.</summary>
    private static readonly TimeSpan GuestAccess = TimeSpan.FromDays(60);

    private SignedLink()
    {
    }

    public SignedLink(LinkKind kind, Guid operatorId, Guid subjectId, Guid? personId, byte[] hash, DateTimeOffset at,
        DateTimeOffset expiresAt) =>
        (Kind, OperatorId, SubjectId, PersonId, Hash, CreatedAt, ExpiresAt) =
            (kind, operatorId, subjectId, personId, hash, at, expiresAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public LinkKind Kind { get; private set; }
    public Guid OperatorId { get; private set; }

    /// <summary>The charter, guest or other record that it is about.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The member or guest it was created for; null if anybody who has it may use it.</summary>
    public Guid? PersonId { get; private set; }

    public byte[] Hash { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    protected override string Salt => $"{Id}";

    /// <summary>When a guest's link for a charter expires (UTC).</summary>
    public static DateTimeOffset ExpiryFor(Charter charter) =>
        (charter.PlannedEnd ?? charter.SortAt.AddDays(1)) + GuestAccess;

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
