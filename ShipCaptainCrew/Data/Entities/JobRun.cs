using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ShipCaptainCrew.Data.Entities;

/// <summary>The state of one run of a job.</summary>
/// <remarks><see cref="Before"/> marks the last occurrence before the job was first scheduled. The next occurrence is
/// calculated from it, and it is not shown.</remarks>
public enum RunState { Running, Done, Failed, Skipped, Before }

/// <summary>
/// The run of one occurrence of a job, for one operator or for the whole installation. The key is unique, so that
/// adding the row claims the occurrence.
/// </summary>
public sealed class JobRun
{
    private JobRun()
    {
    }

    /// <param name="operatorId">The empty id for a job of the whole installation.</param>
    public JobRun(Guid operatorId, string job, DateTimeOffset occurrence, RunState state, DateTimeOffset at) =>
        (OperatorId, Job, Occurrence, State, StartedAt) = (operatorId, job, occurrence, state, at);

    public Guid OperatorId { get; private set; }
    public string Job { get; private set; } = "";

    /// <summary>When the run was due (UTC).</summary>
    public DateTimeOffset Occurrence { get; private set; }

    public RunState State { get; private set; }
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>A short description of what the job did, or why it failed.</summary>
    public string? Summary { get; private set; }

    /// <summary>Starts a failed or interrupted run again.</summary>
    public void Resume(DateTimeOffset at) => (State, StartedAt, EndedAt) = (RunState.Running, at, null);

    public void Finish(string summary, DateTimeOffset at) => (State, Summary, EndedAt) = (RunState.Done, summary, at);

    public void Fail(string reason, DateTimeOffset at) =>
        (State, Summary, EndedAt) = (RunState.Failed, reason.Length <= 500 ? reason : reason[..500], at);
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
