using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class CharterTypeConfiguration : IEntityTypeConfiguration<CharterType>
{
    public void Configure(EntityTypeBuilder<CharterType> builder)
    {
        builder.ToTable("charter_types");
        builder.OwnedByOperator();
        builder.Ignore(type => type.Details);
        builder.ComplexProperty(type => type.Schedule);
        builder.ComplexProperty(type => type.Roles);
        builder.PrimitiveCollection(type => type.ChecklistTemplateIds);
        builder.PrimitiveCollection(type => type.ReminderHours);
    }
}
