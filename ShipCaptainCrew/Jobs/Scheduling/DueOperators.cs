namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>
/// Finds the operators for which a job is to be run now, without a query for each operator. Belongs to one scheduler.
/// </summary>
internal sealed class DueOperators
{
    private readonly Dictionary<string, DateTimeOffset> lastContinuousRuns = [];
    private readonly Dictionary<string, (DateTimeOffset Latest, IReadOnlySet<Guid> Ids)> settled = [];

    /// <param name="now">The start of this minute's run (UTC), the same for all jobs.</param>
    /// <param name="operatorIds">The operators that the job serves.</param>
    /// <param name="hasFailed">Whether the last run for an operator failed; such an operator is always due.</param>
    /// <param name="services">A scope without an operator.</param>
    public async Task<IReadOnlyCollection<Guid>> Of(
        ScheduledJob job, DateTimeOffset now, IReadOnlyCollection<Guid> operatorIds, Func<Guid, bool> hasFailed,
        IServiceProvider services, CancellationToken cancel)
    {
        if (job.Latest(now) is not { } latest) return [];
        if (!job.IsContinuous) return await Unsettled(job, latest, operatorIds, services, cancel);
        if (lastContinuousRuns.TryGetValue(job.Name, out var last) && last == latest) return [];
        lastContinuousRuns[job.Name] = latest;
        if (services.GetRequiredService(job.JobType) is not ISelectiveJob selective) return operatorIds;
        var due = (await selective.OperatorsDue(now, cancel)).ToHashSet();
        return [.. operatorIds.Where(id => due.Contains(id) || hasFailed(id))];
    }

    /// <summary>
    /// The operators without a finished run for the latest time. That a run is finished never changes, so the database
    /// is asked only until all are.
    /// </summary>
    private async Task<IReadOnlyCollection<Guid>> Unsettled(
        ScheduledJob job, DateTimeOffset latest, IReadOnlyCollection<Guid> operatorIds, IServiceProvider services,
        CancellationToken cancel)
    {
        var known = settled.GetValueOrDefault(job.Name);
        if (known.Latest == latest && operatorIds.All(known.Ids.Contains)) return [];
        var finished = await services.GetRequiredService<JobRuns>().Finished(job, latest, cancel);
        settled[job.Name] = (latest, finished);
        return [.. operatorIds.Where(id => !finished.Contains(id))];
    }
}
