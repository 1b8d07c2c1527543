using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Accounts.SignIn;

/// <summary>What a signed link lets its holder do, without signing in.</summary>
public enum LinkKind
{
    /// <summary>Say "I'll be there" or "I can't" of one's place on a charter.</summary>
    Presence,

    /// <summary>See who is overdue and what a Coast Guard call needs, and take it in hand.</summary>
    Overdue,

    /// <summary>Read and sign one guest's waiver, and see the receipt.</summary>
    Waiver,

    /// <summary>Add people to a charter's party.</summary>
    Party,

    /// <summary>Add oneself at the dock, to be placed by the crew.</summary>
    Dock,
}

/// <summary>
/// A link that is itself the right to do one thing, for one person, until it expires. Kept is only its hash: the token
/// exists in the letter alone, and it outlives the loss of every key file.
/// </summary>
public sealed class SignedLink
{
    /// <summary>What a guest signed stays to be seen this long after the charter's day.</summary>
    private static readonly TimeSpan Afterwards = TimeSpan.FromDays(60);

    private SignedLink()
    {
    }

    public SignedLink(LinkKind kind, Guid operatorId, Guid subjectId, Guid? personId, byte[] hash, DateTimeOffset at,
        DateTimeOffset expiresAt) =>
        (Kind, OperatorId, SubjectId, PersonId, Hash, CreatedAt, ExpiresAt) = (kind, operatorId, subjectId, personId,
            hash, at, expiresAt);

    public Guid Id { get; private set; } = Guid.CreateVersion7();
    public LinkKind Kind { get; private set; }
    public Guid OperatorId { get; private set; }

    /// <summary>The charter or other thing it is about.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The member or guest it was made for; null where it is for whoever holds it.</summary>
    public Guid? PersonId { get; private set; }

    public byte[] Hash { get; private set; } = [];
    public DateTimeOffset CreatedAt { get; private set; }
    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Until when (UTC) a guest's link to a charter opens what it opens.</summary>
    public static DateTimeOffset ExpiryFor(Charter charter) =>
        (charter.PlannedEnd ?? charter.SortAt.AddDays(1)) + Afterwards;

    public bool IsLive(DateTimeOffset now) => RevokedAt is null && now < ExpiresAt;

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

internal sealed class SignedLinkConfiguration : IEntityTypeConfiguration<SignedLink>
{
    public void Configure(EntityTypeBuilder<SignedLink> builder)
    {
        builder.ToTable("signed_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.HasIndex(link => link.Hash).IsUnique();
        builder.HasIndex(link => new { link.OperatorId, link.SubjectId });
        builder.HasIndex(link => link.ExpiresAt);
    }
}
