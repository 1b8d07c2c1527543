using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>What became of one occurrence of a duty.</summary>
/// <remarks><see cref="Before"/> is what was due before the duty was first seen: kept to count on from, and shown to
/// nobody.</remarks>
public enum RunState { Running, Done, Failed, Skipped, Before }

/// <summary>
/// One occurrence of a duty of the schedule, for one operator or for the house. The key is unique: who writes the row
/// has claimed the occurrence.
/// </summary>
public sealed class JobRun
{
    private JobRun()
    {
    }

    /// <param name="operatorId">The empty id for a duty of the house.</param>
    public JobRun(Guid operatorId, string job, DateTimeOffset occurrence, RunState state, DateTimeOffset at) =>
        (OperatorId, Job, Occurrence, State, StartedAt) = (operatorId, job, occurrence, state, at);

    public Guid OperatorId { get; private set; }
    public string Job { get; private set; } = "";

    /// <summary>When it was due (UTC).</summary>
    public DateTimeOffset Occurrence { get; private set; }

    public RunState State { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What it did, in a few words of its own; or why it failed.</summary>
    public string? Summary { get; private set; }

    /// <summary>Another try of one that failed or was cut short.</summary>
    public void Resume(DateTimeOffset at) => (State, StartedAt, EndedAt) = (RunState.Running, at, null);

    public void Finish(string did, DateTimeOffset at) => (State, Summary, EndedAt) = (RunState.Done, did, at);

    public void Fail(string why, DateTimeOffset at) =>
        (State, Summary, EndedAt) = (RunState.Failed, why.Length <= 500 ? why : why[..500], at);
}

internal sealed class JobRunConfiguration : IEntityTypeConfiguration<JobRun>
{
    public void Configure(EntityTypeBuilder<JobRun> builder)
    {
        builder.ToTable("duty_runs");
        builder.Property(run => run.Job).HasColumnName("Duty");
        builder.Property(run => run.Summary).HasColumnName("Did");
        builder.HasKey(run => new { run.OperatorId, run.Job, run.Occurrence });
    }
}
