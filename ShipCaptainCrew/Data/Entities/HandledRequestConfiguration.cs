using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Data.Entities;

internal sealed class HandledRequestConfiguration : IEntityTypeConfiguration<HandledRequest>
{
    public void Configure(EntityTypeBuilder<HandledRequest> builder)
    {
        builder.ToTable("repeats");
        builder.Property(row => row.ResultId).HasColumnName("ThingId");
        builder.HasKey(row => new { row.OperatorId, row.MemberId, row.Route, row.Key });
        builder.HasIndex(row => row.At);
    }
}
