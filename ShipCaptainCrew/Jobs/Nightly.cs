using Cronos;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Keeping;

namespace ShipCaptainCrew.Jobs;

/// <summary>Once a night, when no boat is out anywhere near America: a backup, and forgetting what need not be remembered.</summary>
public sealed class Nightly(Backups backups, IServiceScopeFactory scopes, TimeProvider clock, ILogger<Nightly> log) : BackgroundService
{
    private static readonly CronExpression At = CronExpression.Parse("0 9 * * *");
    private static readonly TimeSpan TooOld = TimeSpan.FromHours(26);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (backups.All is [var (_, newest), ..] && clock.GetUtcNow() - newest > TooOld) await Work(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var now = clock.GetUtcNow();
            await Task.Delay(At.GetNextOccurrence(now.UtcDateTime)!.Value - now.UtcDateTime, clock, stoppingToken);
            await Work(stoppingToken);
        }
    }

    private async Task Work(CancellationToken cancel)
    {
        await Try("The nightly backup", () => Task.Run(BackUp, cancel));
        await Try("Forgetting old repeats", () => Forget(cancel));
    }

    private void BackUp()
    {
        log.LogInformation("Backup made: {Path}", backups.Make());
        backups.Prune();
    }

    private async Task Forget(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<ShipDb>();
        var before = clock.GetUtcNow() - Repeat.Kept;
        using var turn = await scope.ServiceProvider.GetRequiredService<WriteGate>().Enter(cancel);
        await db.Everywhere<Repeat>().Where(row => row.At < before).ExecuteDeleteAsync(cancel);
    }

    private async Task Try(string what, Func<Task> duty)
    {
        try
        {
            await duty();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "{Duty} failed.", what);
        }
    }
}
