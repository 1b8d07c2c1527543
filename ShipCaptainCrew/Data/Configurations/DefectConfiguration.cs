using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class DefectConfiguration : IEntityTypeConfiguration<Defect>
{
    public void Configure(EntityTypeBuilder<Defect> builder)
    {
        builder.ToTable("defects");
        builder.OwnedByOperator();
        builder.HasOne<Vessel>().WithMany().HasForeignKey(defect => new { defect.OperatorId, defect.VesselId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(defect => new { defect.OperatorId, defect.RaisedBy })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Member>().WithMany().HasForeignKey(defect => new { defect.OperatorId, defect.ClosedBy })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(defect => new { defect.OperatorId, defect.VesselId, defect.ClosedAt });
    }
}
