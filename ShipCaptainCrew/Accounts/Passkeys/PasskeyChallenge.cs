using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Accounts.Passkeys;

/// <summary>
/// What an authenticator was asked to sign, kept here and used once: an answer that was recorded signs nobody in again,
/// and one made for somebody else's session fits no other.
/// </summary>
public sealed class PasskeyChallenge
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private PasskeyChallenge()
    {
    }

    /// <param name="personId">Whose new passkey it is for; null for a sign-in, which names nobody.</param>
    public PasskeyChallenge(Guid? personId, string state, DateTimeOffset at) =>
        (PersonId, State, ExpiresAt) = (personId, state, at + Life);

    public Guid Id { get; private set; } = Guid.NewGuid();
    public Guid? PersonId { get; private set; }

    /// <summary>The framework's own record of what it asked.</summary>
    public string State { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }
    public DateTimeOffset? UsedAt { get; private set; }

    public bool IsLive(DateTimeOffset now) => UsedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset at) => UsedAt = at;
}

internal sealed class PasskeyChallengeConfiguration : IEntityTypeConfiguration<PasskeyChallenge>
{
    public void Configure(EntityTypeBuilder<PasskeyChallenge> builder)
    {
        builder.ToTable("passkey_challenges");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.UsedAt).IsConcurrencyToken();
        builder.HasIndex(row => row.ExpiresAt);
    }
}
