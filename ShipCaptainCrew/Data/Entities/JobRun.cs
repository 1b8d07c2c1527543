namespace ShipCaptainCrew.Data.Entities;

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
