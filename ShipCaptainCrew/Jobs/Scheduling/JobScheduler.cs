using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>
/// Runs the due jobs every minute, job by job and operator by operator, each in its own service scope. Operators for
/// which nothing is due cost no query. A failure is recorded and retried; it does not stop other jobs or operators.
/// </summary>
public sealed class JobScheduler(
    JobSchedule schedule, IServiceScopeFactory scopes, TimeProvider clock, LogThrottle throttle,
    ILogger<JobScheduler> log)
    : BackgroundService, IScheduleView
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim tickLock = new(1);
    private readonly DateTimeOffset startedAt = clock.GetUtcNow();
    private readonly DueOperators dueOperators = new();
    private readonly ConcurrentDictionary<(string Job, Guid Operator), RepeatedFailure> failures = [];

    public DateTimeOffset? LastTick { get; private set; }

    public IReadOnlyList<ScheduleLine> Lines =>
        [.. schedule.Jobs.Select(job => new ScheduleLine
        {
            Name = job.Name,
            Title = job.Title,
            Cron = job.Cron,
            For = job.Description,
            IsInstallationWide = job.IsInstallationWide,
            IsContinuous = job.IsContinuous,
            Next = job.Next(clock.GetUtcNow()),
        })];

    public int FailuresInARow(string job) => failures.GetValueOrDefault((job, Guid.Empty))?.Count ?? 0;

    /// <summary>Runs everything that is due now, once. Tests set the clock and call this.</summary>
    public async Task RunDue(CancellationToken cancel = default)
    {
        await tickLock.WaitAsync(cancel);
        try
        {
            var now = clock.GetUtcNow();
            await using var scope = scopes.CreateAsyncScope();
            var operators = await Operators(scope.ServiceProvider, cancel);
            foreach (var job in schedule.Jobs)
            {
                var due = await OperatorsDue(job, now, [.. OperatorsOf(job, operators)], scope.ServiceProvider, cancel);
                foreach (var operatorId in due) await RunIfDue(job, operatorId, cancel);
            }

            LastTick = clock.GetUtcNow();
        }
        finally
        {
            tickLock.Release();
        }
    }

    public override void Dispose()
    {
        tickLock.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            await Tick(stoppingToken);
            await Task.Delay(UntilNextMinute(), clock, stoppingToken);
        }
    }

    private async Task Tick(CancellationToken stop)
    {
        try
        {
            await RunDue(stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            throttle.Failed(log, "The due jobs could not be run.", failure);
        }
    }

    private TimeSpan UntilNextMinute() => Minute - TimeSpan.FromTicks(clock.GetUtcNow().Ticks % Minute.Ticks);

    /// <summary>If the query fails, perhaps because of one operator's rows, the job runs for each operator.</summary>
    private async Task<IReadOnlyCollection<Guid>> OperatorsDue(
        ScheduledJob job, DateTimeOffset now, IReadOnlyCollection<Guid> operatorIds, IServiceProvider services,
        CancellationToken cancel)
    {
        try
        {
            return await dueOperators.Of(
                job, now, operatorIds, id => failures.ContainsKey((job.Name, id)), services, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            throttle.Failed(log, $"The operators for which job {job.Name} is due could not be found.", failure);
            return operatorIds;
        }
    }

    private async Task RunIfDue(ScheduledJob job, Guid operatorId, CancellationToken cancel)
    {
        try
        {
            if (await Due(job, operatorId, cancel) is { } occurrence) await Run(job, operatorId, occurrence, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            throttle.Failed(log, $"A run of job {job.Name} could not be claimed or recorded.", failure,
                $"The operator is {operatorId}.");
        }
    }

    private async Task<DateTimeOffset?> Due(ScheduledJob job, Guid operatorId, CancellationToken cancel)
    {
        var (key, now) = ((job.Name, operatorId), clock.GetUtcNow());
        if (failures.GetValueOrDefault(key)?.IsWaiting(now) == true) return null;
        return job.IsContinuous
            ? job.Latest(now)
            : await InScope(Guid.Empty,
                services => services.GetRequiredService<JobRuns>().Claim(job, operatorId, now, startedAt, cancel));
    }

    private async Task Run(ScheduledJob job, Guid operatorId, DateTimeOffset occurrence, CancellationToken cancel)
    {
        var key = (job.Name, operatorId);
        try
        {
            var summary = await InScope(operatorId, services =>
                ((IJob)services.GetRequiredService(job.JobType))
                    .Run(new(operatorId, occurrence, clock.GetUtcNow()), cancel));
            failures.TryRemove(key, out _);
            if (summary is not null || !job.IsContinuous)
                await Record(runs => runs.Finish(job, operatorId, occurrence, summary, cancel));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            throttle.Failed(log, $"Job {job.Name} failed.", failure, $"The operator is {operatorId}.");
            var repeated = RepeatedFailure.After(
                failures.GetValueOrDefault(key), occurrence, clock.GetUtcNow(), job.IsContinuous);
            failures[key] = repeated;
            var recordedAt = job.IsContinuous ? repeated.Since : occurrence;
            await Record(runs => runs.Fail(job, operatorId, recordedAt, failure, cancel));
        }
    }

    private Task<bool> Record(Func<JobRuns, Task> record) => InScope(Guid.Empty, async services =>
    {
        await record(services.GetRequiredService<JobRuns>());
        return true;
    });

    private static IEnumerable<Guid> OperatorsOf(ScheduledJob job, List<(Guid Id, bool IsSuspended)> operators) =>
        job.IsInstallationWide
            ? [Guid.Empty]
            : operators
                .Where(theOperator => job.EvenSuspended || !theOperator.IsSuspended)
                .Select(theOperator => theOperator.Id);

    private static async Task<List<(Guid Id, bool IsSuspended)>> Operators(
        IServiceProvider services, CancellationToken cancel)
    {
        var rows = await services.GetRequiredService<AppDbContext>().Operators
            .OrderBy(row => row.Id).Select(row => new { row.Id, row.SuspendedAt }).ToListAsync(cancel);
        return rows.ConvertAll(row => (row.Id, row.SuspendedAt is not null));
    }

    private async Task<T> InScope<T>(Guid operatorId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (operatorId != Guid.Empty) scope.ServiceProvider.GetRequiredService<AppDbContext>().UseOperator(operatorId);
        return await work(scope.ServiceProvider);
    }
}
