using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class VesselConfiguration : IEntityTypeConfiguration<Vessel>
{
    public void Configure(EntityTypeBuilder<Vessel> builder)
    {
        builder.ToTable("vessels");
        builder.OwnedByOperator();
        builder.Ignore(vessel => vessel.Name);
        builder.ComplexProperty(vessel => vessel.Details, details => details.ComplexProperty(row => row.HomePort));
    }
}
