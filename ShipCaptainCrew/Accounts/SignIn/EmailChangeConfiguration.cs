using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Accounts.SignIn;

internal sealed class EmailChangeConfiguration : IEntityTypeConfiguration<EmailChange>
{
    public void Configure(EntityTypeBuilder<EmailChange> builder)
    {
        builder.ToTable("new_addresses");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.OwnsOne(row => row.Old, ConfigureConsent).Navigation(row => row.Old).IsRequired();
        builder.OwnsOne(row => row.New, ConfigureConsent).Navigation(row => row.New).IsRequired();
        builder.HasIndex(row => row.PersonId).IsUnique().HasFilter($"\"State\" = '{EmailChangeState.Waiting}'");
        builder.HasIndex(row => row.NormalizedEmail);
        builder.HasIndex(row => row.ExpiresAt);
    }

    private static void ConfigureConsent(OwnedNavigationBuilder<EmailChange, MailboxConsent> consent) =>
        consent.HasIndex(row => row.TokenHash).IsUnique();
}
