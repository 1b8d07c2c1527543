using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ShipCaptainCrew.Evidence;

namespace ShipCaptainCrew.Data.Configurations;

internal sealed class LogEntryConfiguration : IEntityTypeConfiguration<LogEntry>
{
    public void Configure(EntityTypeBuilder<LogEntry> builder)
    {
        builder.ToTable("log");
        builder.Ignore(entry => entry.Lines);
        builder.HasKey(entry => new { entry.OperatorId, entry.Seq });
        builder.Property(entry => entry.Seq).ValueGeneratedNever();
        builder.HasIndex(entry => new { entry.OperatorId, entry.CharterId, entry.Seq });
        builder.HasIndex(entry => new { entry.OperatorId, entry.MemberId, entry.Seq });
        builder.HasIndex(entry => new { entry.OperatorId, entry.At, entry.Seq });
    }
}
