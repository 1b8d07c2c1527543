namespace ShipCaptainCrew.Mail;

/// <summary>
/// Carries what is in the outbox, one letter after another: at once when a change has written some, and every few seconds for those
/// that wait for another try or were written by a command. There is one of them, so no letter is on two ways at once.
/// </summary>
public sealed class Postman(
    IServiceScopeFactory scopes, Bell bell, SmtpOptions smtp, EmlFolder folder, TimeProvider clock, ILogger<Postman> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(4);

    /// <summary>Short enough that all is sent within five minutes of the server's return.</summary>
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMinutes(3);

    private int timesAway;

    /// <summary>Without one, letters are put into a folder.</summary>
    public bool HasServer => smtp.Host is not null;

    /// <summary>Why nothing goes out at all, in the mail server's or the network's words; null while all is well.</summary>
    public string? Trouble { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = clock.CreateTimer(_ => bell.Ring(), null, Every, Every);
        bell.Ring();
        while (!stoppingToken.IsCancellationRequested)
        {
            await bell.Rung(stoppingToken);
            await Round(stoppingToken);

            // Until then, only new letters make the postman look again.
            if (Trouble is not null) tick.Change(Backoff.After(++timesAway, LongestQuiet), Every);
        }
    }

    private async Task Round(CancellationToken stop)
    {
        try
        {
            folder.Purge();
            await using var scope = scopes.CreateAsyncScope();
            var carrier = scope.ServiceProvider.GetRequiredService<ICarrier>();
            while (!stop.IsCancellationRequested && await One(carrier, stop))
            {
                // One after another, on one connection.
            }
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            log.LogError(failure, "The postman's round ended early.");
        }
    }

    /// <returns>Whether to go on with the next.</returns>
    private async Task<bool> One(ICarrier carrier, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<Delivery>().Next(carrier, stop);
        if (verdict is { Fate: Fate.Delivered or Fate.Later or Fate.Refused }) (Trouble, timesAway) = (null, 0);
        if (verdict is not { Fate: Fate.Unreachable }) return verdict is not null;
        Trouble = verdict.Answer;
        log.LogWarning("The mail server cannot be reached: {Trouble}", Trouble);
        return false;
    }
}
