using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class OperatorConfiguration : IEntityTypeConfiguration<Operator>
{
    public void Configure(EntityTypeBuilder<Operator> builder)
    {
        builder.ToTable("operators");
        builder.Ignore(row => row.Details);
        builder.ComplexProperty(row => row.HomePort);
        builder.HasIndex(row => row.Slug).IsUnique();
    }
}
