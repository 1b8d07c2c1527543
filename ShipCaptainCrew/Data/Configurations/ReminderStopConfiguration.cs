using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Domain.Guests;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class ReminderStopConfiguration : IEntityTypeConfiguration<ReminderStop>
{
    public void Configure(EntityTypeBuilder<ReminderStop> builder)
    {
        builder.ToTable("reminder_stops");
        builder.HasKey(stop => new { stop.OperatorId, stop.Mailbox });
        builder.HasOne<Operator>().WithMany().HasForeignKey(stop => stop.OperatorId).OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(stop => stop.HasEvents);
    }
}
