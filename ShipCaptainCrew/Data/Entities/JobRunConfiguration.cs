using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Data.Entities;

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("duty_runs");
        builder.Property(run => run.Job).HasColumnName("Duty");
        builder.Property(run => run.Summary).HasColumnName("Did");
        builder.HasKey(run => new { run.OperatorId, run.Job, run.Occurrence });
        builder.HasIndex(run => new { run.Job, run.Occurrence });
    }
}
