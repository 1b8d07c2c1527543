using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Accounts.SignIn;

internal sealed class MagicLinkConfiguration : IEntityTypeConfiguration<MagicLink>
{
    public void Configure(EntityTypeBuilder<MagicLink> builder)
    {
        builder.ToTable("magic_links");
        builder.Property(link => link.Id).ValueGeneratedNever();
        builder.Property(link => link.UsedAt).IsConcurrencyToken();
        builder.HasIndex(link => link.TokenHash).IsUnique();
        builder.HasIndex(link => link.AskHash).IsUnique();
        builder.HasIndex(link => link.CreatedAt);
        builder.HasIndex(link => new { link.PersonId, link.CreatedAt });
        builder.HasIndex(link => link.ExpiresAt);
    }
}
