using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Data.Entities;

internal sealed class OutboxEmailConfiguration : IEntityTypeConfiguration<OutboxEmail>
{
    public void Configure(EntityTypeBuilder<OutboxEmail> builder)
    {
        builder.ToTable("outbox");
        builder.Property(email => email.Id).ValueGeneratedNever();
        builder.HasIndex(email => email.Key).IsUnique();
        builder.HasIndex(email => new { email.OperatorId, email.CreatedAt });
        builder.HasIndex(email => new { email.State, email.OperatorId, email.CreatedAt });
        builder.HasIndex(email => new { email.OperatorId, email.Mailbox }).HasFilter("\"Mailbox\" IS NOT NULL");
        builder.HasIndex(email => new { email.OperatorId, email.CharterId, email.CreatedAt });
        builder.HasIndex(email => email.NotBefore).HasFilter($"\"State\" = '{EmailState.Waiting}'");
    }
}
