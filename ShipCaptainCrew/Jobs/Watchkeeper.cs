using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain.Operators;
using ShipCaptainCrew.Mail;

namespace ShipCaptainCrew.Jobs;

/// <summary>
/// Goes through the schedule each minute, duty by duty and operator by operator, each in a scope of its own. What fails is noted and tried
/// again; it stops nothing else.
/// </summary>
public sealed class Watchkeeper(Schedule schedule, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Watchkeeper> log) : BackgroundService, IRoster
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(60);
    private readonly SemaphoreSlim oneTick = new(1);
    private readonly DateTimeOffset began = clock.GetUtcNow();
    private readonly Dictionary<(string Duty, Guid Operator), DateTimeOffset> stood = [];
    private readonly Dictionary<(string Duty, Guid Operator), Trouble> troubles = [];

    public DateTimeOffset? LastTick { get; private set; }

    public IReadOnlyList<RosterLine> Lines =>
        [.. schedule.Duties.Select(duty => new RosterLine
        {
            Name = duty.Name,
            Title = duty.Title,
            Cron = duty.Cron,
            For = duty.For,
            IsOfTheHouse = duty.IsOfTheHouse,
            IsWatch = duty.IsWatch,
            Next = duty.Next(clock.GetUtcNow()),
        })];

    /// <summary>Does all that is due now, once. Tests turn the clock and call it.</summary>
    public async Task RunDue(CancellationToken cancel = default)
    {
        await oneTick.WaitAsync(cancel);
        try
        {
            var operators = await Operators(cancel);
            foreach (var duty in schedule.Duties)
            {
                foreach (var operatorId in For(duty, operators)) await Try(duty, operatorId, cancel);
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

    private async Task Try(ScheduledDuty duty, Guid operatorId, CancellationToken cancel)
    {
        try
        {
            if (await Due(duty, operatorId, cancel) is { } occurrence) await Do(duty, operatorId, occurrence, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Duty {Duty} of {Operator} could not be claimed or noted.", duty.Name, operatorId);
        }
    }

    private async Task<DateTimeOffset?> Due(ScheduledDuty duty, Guid operatorId, CancellationToken cancel)
    {
        var (key, now) = ((duty.Name, operatorId), clock.GetUtcNow());
        if (troubles.GetValueOrDefault(key) is { } trouble && (now - trouble.At).Duration() < trouble.Wait) return null;
        if (!duty.IsWatch) return await In(Guid.Empty, services => services.GetRequiredService<DutyBook>().Claim(duty, operatorId, now, began, cancel));
        var newest = duty.Newest(now);
        if (newest is null || (stood.TryGetValue(key, out var last) && last == newest)) return null;
        stood[key] = newest.Value;
        return newest;
    }

    private async Task Do(ScheduledDuty duty, Guid operatorId, DateTimeOffset occurrence, CancellationToken cancel)
    {
        var key = (duty.Name, operatorId);
        try
        {
            var did = await In(operatorId, services => ((IDuty)services.GetRequiredService(duty.Does)).Do(new(operatorId, occurrence, clock.GetUtcNow()), cancel));
            troubles.Remove(key);
            if (did is not null || !duty.IsWatch) await Note(book => book.Finish(duty, operatorId, occurrence, did, cancel));
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            log.LogError(failure, "Duty {Duty} of {Operator} failed.", duty.Name, operatorId);
            var trouble = troubles[key] = Trouble.After(troubles.GetValueOrDefault(key), occurrence, clock.GetUtcNow(), duty.IsWatch ? Minute : LongestWait);
            await Note(book => book.Fail(duty, operatorId, duty.IsWatch ? trouble.Since : occurrence, failure, cancel));
        }
    }

    private Task<bool> Note(Func<DutyBook, Task> note) => In(Guid.Empty, async services =>
    {
        await note(services.GetRequiredService<DutyBook>());
        return true;
    });

    private static IEnumerable<Guid> For(ScheduledDuty duty, List<Operator> operators) =>
        duty.IsOfTheHouse ? [Guid.Empty] : operators.Where(house => duty.EvenSuspended || house.SuspendedAt is null).Select(house => house.Id);

    private Task<List<Operator>> Operators(CancellationToken cancel) =>
        In(Guid.Empty, services => services.GetRequiredService<ShipDb>().Operators.AsNoTracking().OrderBy(house => house.Id).ToListAsync(cancel));

    private async Task<T> In<T>(Guid operatorId, Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (operatorId != Guid.Empty) scope.ServiceProvider.GetRequiredService<ShipDb>().Enter(operatorId);
        return await work(scope.ServiceProvider);
    }

    /// <summary>A duty that keeps failing: since which time of it, how often, and how long it is let be after the last try.</summary>
    private sealed record Trouble(DateTimeOffset Since, int Failures, DateTimeOffset At, TimeSpan Wait)
    {
        public static Trouble After(Trouble? before, DateTimeOffset occurrence, DateTimeOffset now, TimeSpan longest)
        {
            var failures = (before?.Failures ?? 0) + 1;
            return new(before?.Since ?? occurrence, failures, now, longest == Minute ? TimeSpan.Zero : Backoff.After(failures, longest));
        }
    }
}
