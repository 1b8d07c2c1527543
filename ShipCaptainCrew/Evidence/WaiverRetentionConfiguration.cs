using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Evidence;

internal sealed class WaiverRetentionConfiguration
    : IEntityTypeConfiguration<WaiverRetention>, IEntityTypeConfiguration<WaiverRecord>
{
    public void Configure(EntityTypeBuilder<WaiverRetention> builder)
    {
        builder.ToTable("waiver_keeping");
        builder.HasKey(row => new { row.OperatorId, row.WaiverId });
        builder.Ignore(row => row.Id);
        builder.Ignore(row => row.IsHeld);
        builder.HasIndex(row => new { row.OperatorId, row.RetainUntil });
    }

    public void Configure(EntityTypeBuilder<WaiverRecord> builder)
    {
        builder.ToTable("waivers");
        builder.HasKey(row => new { row.OperatorId, row.Seq });
        builder.Property(row => row.Seq).ValueGeneratedNever();
        builder.Ignore(row => row.Header);
        builder.HasIndex(row => new { row.OperatorId, row.Id }).IsUnique();
        builder.HasIndex(row => new { row.OperatorId, row.CharterId });
    }
}
