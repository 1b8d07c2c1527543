using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class CrewPositionConfiguration : IEntityTypeConfiguration<CrewPosition>
{
    public void Configure(EntityTypeBuilder<CrewPosition> builder)
    {
        builder.ToTable("places");
        builder.HasKey(position => new { position.OperatorId, position.Id });
        builder.Property(position => position.Id).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(position => new { position.OperatorId, position.MemberId })
            .OnDelete(DeleteBehavior.Restrict);

        // The database ensures that only one claim of a position wins, and that a member has one position per charter.
        builder.Property(position => position.MemberId).IsConcurrencyToken();
        builder.HasIndex(position => new { position.OperatorId, position.CharterId, position.MemberId }).IsUnique();
    }
}
