namespace ShipCaptainCrew.Mail;

/// <summary>
/// Carries what is in the outbox, one letter after another: at once when a change has written some, and every 20 seconds for those
/// that wait for another try. There is one of them, so no letter is on two ways at once.
/// </summary>
public sealed class Postman(IServiceScopeFactory scopes, Bell bell, EmlFolder folder, TimeProvider clock, ILogger<Postman> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    /// <summary>Short enough that all is sent within five minutes of the server's return.</summary>
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMinutes(3);

    private int timesAway;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = clock.CreateTimer(_ => bell.Ring(), null, Every, Every);
        bell.Ring();
        while (!stoppingToken.IsCancellationRequested)
        {
            await bell.Rung(stoppingToken);
            var isAway = await Round(stoppingToken);

            // Until then, only new letters make the postman look again.
            if (isAway) tick.Change(Backoff.After(++timesAway, LongestQuiet), Every);
        }
    }

    /// <returns>Whether the mail server is away.</returns>
    private async Task<bool> Round(CancellationToken stop)
    {
        try
        {
            folder.Purge();
            await using var scope = scopes.CreateAsyncScope();
            var carrier = scope.ServiceProvider.GetRequiredService<ICarrier>();
            return await CarryAll(carrier, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            log.LogError(failure, "The postman's round ended early.");
            return false;
        }
    }

    private async Task<bool> CarryAll(ICarrier carrier, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await using var scope = scopes.CreateAsyncScope();
            var verdict = await scope.ServiceProvider.GetRequiredService<Delivery>().Next(carrier, stop);
            if (verdict is null) return false;
            if (verdict.Fate == Fate.Unreachable) return Away(verdict);
            if (verdict.Fate == Fate.Delivered) timesAway = 0;
        }

        return false;
    }

    private bool Away(Verdict verdict)
    {
        log.LogWarning("The mail server cannot be reached: {Answer}", verdict.Answer);
        return true;
    }
}
