using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions.Operators;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail.Outbox;

namespace ShipCaptainCrew.Jobs.Scheduling;

/// <summary>
/// Goes through the schedule each minute, duty by duty and operator by operator, each in a scope of its own. What fails
/// is noted and tried again; it stops nothing else.
/// </summary>
public sealed class JobScheduler(
    JobSchedule schedule, IServiceScopeFactory scopes, TimeProvider clock, ILogger<JobScheduler> log)
    : BackgroundService, IScheduleView
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(60);
    private readonly SemaphoreSlim oneTick = new(1);
    private readonly DateTimeOffset began = clock.GetUtcNow();
    private readonly Dictionary<(string Duty, Guid Operator), DateTimeOffset> stood = [];
    private readonly Dictionary<(string Duty, Guid Operator), Trouble> troubles = [];

    public DateTimeOffset? LastTick { get; private set; }

    public IReadOnlyList<ScheduleLine> Lines =>
        [.. schedule.Jobs.Select(job => new ScheduleLine
        {
            Name = job.Name,
            Title = job.Title,
            Cron = job.Cron,
            For = job.For,
            IsInstallationWide = job.IsInstallationWide,
            IsContinuous = job.IsContinuous,
            Next = job.Next(clock.GetUtcNow()),
        })];

    /// <summary>Does all that is due now, once. Tests turn the clock and call it.</summary>
    public async Task RunDue(CancellationToken cancel = default)
    {
        await oneTick.WaitAsync(cancel);
        try
        {
            var operators = await Operators(cancel);
            foreach (var job in schedule.Jobs)
            {
                foreach (var operatorId in For(job, operators)) await Try(job, operatorId, cancel);
            }

            LastTick = clock.GetUtcNow();
        }
        finally
        {
            oneTick.Release();
        }
    }

    public override void Dispose()
    {
        oneTick.Dispose();
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
            log.LogError(failure, "The schedule could not be gone through.");
        }
    }

    private TimeSpan UntilNextMinute() => Minute - TimeSpan.FromTicks(clock.GetUtcNow().Ticks % Minute.Ticks);

    private async Task Try(ScheduledJob job, Guid operatorId, CancellationToken cancel)
    {
        try
        {
            if (await Due(job, operatorId, cancel) is { } occurrence) await Do(job, operatorId, occurrence, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Duty {Duty} of {Operator} could not be claimed or noted.", job.Name, operatorId);
        }
    }

    private async Task<DateTimeOffset?> Due(ScheduledJob job, Guid operatorId, CancellationToken cancel)
    {
        var (key, now) = ((job.Name, operatorId), clock.GetUtcNow());
        if (troubles.GetValueOrDefault(key) is { } trouble && (now - trouble.At).Duration() < trouble.Wait) return null;
        if (!job.IsContinuous)
            return await In(Guid.Empty,
                services => services.GetRequiredService<JobRuns>().Claim(job, operatorId, now, began, cancel));
        var newest = job.Newest(now);
        if (newest is null || (stood.TryGetValue(key, out var last) && last == newest)) return null;
        stood[key] = newest.Value;
        return newest;
    }

    private async Task Do(ScheduledJob job, Guid operatorId, DateTimeOffset occurrence, CancellationToken cancel)
    {
        var key = (job.Name, operatorId);
        try
        {
            var did =
                await In(operatorId,
                    services =>
                        ((IJob)services.GetRequiredService(job.Does)).Run(
                            new(operatorId, occurrence, clock.GetUtcNow()), cancel));
            troubles.Remove(key);
            if (did is not null || !job.IsContinuous)
                await Note(book => book.Finish(job, operatorId, occurrence, did, cancel));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Duty {Duty} of {Operator} failed.", job.Name, operatorId);
            var trouble =
                troubles[key] =
                    Trouble.After(troubles.GetValueOrDefault(key), occurrence, clock.GetUtcNow(),
                        job.IsContinuous ? Minute : LongestWait);
            await Note(
                book => book.Fail(job, operatorId, job.IsContinuous ? trouble.Since : occurrence, failure, cancel));
        }
    }

    private Task<bool> Note(Func<JobRuns, Task> note) => In(Guid.Empty, async services =>
    {
        await note(services.GetRequiredService<JobRuns>());
        return true;
    });

    private static IEnumerable<Guid> For(ScheduledJob job, List<Operator> operators) =>
        job.IsInstallationWide
            ? [Guid.Empty]
            : operators.Where(theOperator => job.EvenSuspended || theOperator.SuspendedAt is null)
                .Select(theOperator => theOperator.Id);

    private Task<List<Operator>> Operators(CancellationToken cancel) =>
        In(Guid.Empty,
            services => services.GetRequiredService<AppDbContext>().Operators.AsNoTracking()
                .OrderBy(theOperator => theOperator.Id).ToListAsync(cancel));

    private async Task<T> In<T>(Guid operatorId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (operatorId != Guid.Empty) scope.ServiceProvider.GetRequiredService<AppDbContext>().UseOperator(operatorId);
        return await work(scope.ServiceProvider);
    }

    /// <summary>
    /// A duty that keeps failing: since which time of it, how often, and how long it is let be after the last try.
    /// </summary>
    private sealed record Trouble(DateTimeOffset Since, int Failures, DateTimeOffset At, TimeSpan Wait)
    {
        public static Trouble After(Trouble? before, DateTimeOffset occurrence, DateTimeOffset now, TimeSpan longest)
        {
            var failures = (before?.Failures ?? 0) + 1;
            return new(before?.Since ?? occurrence, failures, now,
                longest == Minute ? TimeSpan.Zero : Backoff.After(failures, longest));
        }
    }
}
