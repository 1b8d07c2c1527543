using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class PlaceConfiguration : IEntityTypeConfiguration<Place>
{
    public void Configure(EntityTypeBuilder<Place> builder)
    {
        builder.ToTable("places");
        builder.HasKey(place => new { place.OperatorId, place.Id });
        builder.Property(place => place.Id).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(place => new { place.OperatorId, place.MemberId }).OnDelete(DeleteBehavior.Restrict);

        // The database itself decides who has a place, and that nobody holds two on one charter.
        builder.Property(place => place.MemberId).IsConcurrencyToken();
        builder.HasIndex(place => new { place.OperatorId, place.CharterId, place.MemberId }).IsUnique();
    }
}
