using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Evidence;

internal sealed class WaiverVersionConfiguration : IEntityTypeConfiguration<WaiverVersion>
{
    public void Configure(EntityTypeBuilder<WaiverVersion> builder)
    {
        builder.ToTable("waiver_versions");
        builder.HasKey(row => new { row.OperatorId, row.TemplateId, row.Number, row.Language });
        builder.HasOne<ShipCaptainCrew.Domain.Guests.WaiverTemplate>().WithMany()
            .HasForeignKey(row => new { row.OperatorId, row.TemplateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
