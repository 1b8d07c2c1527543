using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Accounts.SignIn;

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
