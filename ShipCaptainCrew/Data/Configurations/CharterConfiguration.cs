using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class CharterConfiguration : IEntityTypeConfiguration<Charter>
{
    public void Configure(EntityTypeBuilder<Charter> builder)
    {
        builder.ToTable("charters");
        builder.OwnedByOperator();
        builder.Ignore(charter => charter.Plan);
        builder.Ignore(charter => charter.Zone);
        builder.Ignore(charter => charter.Manning);
        builder.ComplexProperty(charter => charter.Contact);
        builder.ComplexProperty(charter => charter.Schedule);
        builder.ComplexProperty(charter => charter.LastMove);
        builder.ComplexCollection(charter => charter.EarlierMoves, moves => moves.ToJson());
        builder.ComplexProperty(charter => charter.Override);
        builder.ComplexProperty(charter => charter.Overdue);
        builder.PrimitiveCollection(charter => charter.ReminderHours);
        builder.Property(charter => charter.Version).IsConcurrencyToken();
        builder.HasOne<Vessel>().WithMany().HasForeignKey(charter => new { charter.OperatorId, charter.VesselId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<CharterType>().WithMany()
            .HasForeignKey(charter => new { charter.OperatorId, charter.CharterTypeId })
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(charter => charter.Positions).WithOne()
            .HasForeignKey(position => new { position.OperatorId, position.CharterId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(charter => charter.Positions).AutoInclude();
        builder.HasIndex(charter => new { charter.OperatorId, charter.SortAt });
        builder.HasIndex(charter => new { charter.OperatorId, charter.Status, charter.SortAt });
        builder.HasIndex(charter => new { charter.Status, charter.SortAt });
        builder.HasIndex(charter => new { charter.OperatorId, charter.VesselId, charter.SortAt });
    }
}
