using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Crew;
using ShipCaptainCrew.Domain.Guests;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class GuestConfiguration
    : IEntityTypeConfiguration<Guest>, IEntityTypeConfiguration<Muster>,
        IEntityTypeConfiguration<HeadCount>, IEntityTypeConfiguration<WaiverTemplate>
{
    public void Configure(EntityTypeBuilder<Guest> builder)
    {
        builder.ToTable("guests");
        builder.OwnedByOperator();
        builder.Ignore(guest => guest.Details);
        builder.HasOne<Charter>().WithMany().HasForeignKey(guest => new { guest.OperatorId, guest.CharterId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(guest => new { guest.OperatorId, guest.CharterId });
        builder.HasIndex(guest => new { guest.OperatorId, guest.CharterId, guest.IsMinor, guest.OfAgeOn })
            .HasFilter("OfAgeOn IS NOT NULL");
    }

    public void Configure(EntityTypeBuilder<Muster> builder)
    {
        builder.ToTable("musters");
        builder.OwnedByOperator();
        builder.ComplexProperty(muster => muster.Orientation);
        builder.ComplexProperty(muster => muster.Ashore);
        builder.ComplexProperty(muster => muster.Incident);
        builder.HasOne<Charter>().WithMany().HasForeignKey(muster => new { muster.OperatorId, muster.CharterId })
            .OnDelete(DeleteBehavior.Cascade);
        builder.HasMany(muster => muster.Counts).WithOne()
            .HasForeignKey(count => new { count.OperatorId, count.MusterId }).OnDelete(DeleteBehavior.Cascade);
        builder.Navigation(muster => muster.Counts).AutoInclude();
        builder.HasIndex(muster => new { muster.OperatorId, muster.CharterId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<HeadCount> builder)
    {
        builder.ToTable("head_counts");
        builder.HasKey(count => new { count.OperatorId, count.Id });
        builder.Property(count => count.Id).ValueGeneratedNever();
        builder.HasOne<Member>().WithMany().HasForeignKey(count => new { count.OperatorId, count.MemberId })
            .OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<WaiverTemplate> builder)
    {
        builder.ToTable("waiver_templates");
        builder.OwnedByOperator();
        builder.Ignore(template => template.Details);
        builder.ComplexCollection(template => template.Texts, texts => texts.ToJson());
    }
}
