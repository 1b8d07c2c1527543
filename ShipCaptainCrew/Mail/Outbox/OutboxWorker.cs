using ShipCaptainCrew.Mail.Smtp;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>
/// Carries what is in the outbox, one letter after another: at once when a change has written some, and every few
/// seconds for those that wait for another try or were written by a command. There is one of them, so no letter is on
/// two ways at once.
/// </summary>
public sealed class OutboxWorker(
    IServiceScopeFactory scopes, OutboxSignal signal, SmtpOptions smtp, EmlFolder folder, TimeProvider clock,
    ILogger<OutboxWorker> log)
        : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(4);

    /// <summary>Short enough that all is sent within five minutes of the server's return.</summary>
    private static readonly TimeSpan LongestQuiet = TimeSpan.FromMinutes(3);

    private int timesAway;

    /// <summary>Without one, letters are put into a folder.</summary>
    public bool HasServer => smtp.Host is not null;

    /// <summary>
    /// Why nothing goes out at all, in the mail server's or the network's words; null while all is well.
    /// </summary>
    public string? LastFailure { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = clock.CreateTimer(_ => signal.Raise(), null, Every, Every);
        signal.Raise();
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.Wait(stoppingToken);
            await SendWaiting(stoppingToken);

            // Until then, only new letters make the postman look again.
            if (LastFailure is not null) tick.Change(Backoff.After(++timesAway, LongestQuiet), Every);
        }
    }

    private async Task SendWaiting(CancellationToken stop)
    {
        try
        {
            folder.Purge();
            await using var scope = scopes.CreateAsyncScope();
            var transport = scope.ServiceProvider.GetRequiredService<IMailTransport>();
            while (!stop.IsCancellationRequested && await SendNext(transport, stop))
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
    private async Task<bool> SendNext(IMailTransport transport, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<EmailDelivery>().Next(transport, stop);
        if (result is { Outcome: DeliveryOutcome.Delivered or DeliveryOutcome.Later or DeliveryOutcome.Refused })
            (LastFailure, timesAway) = (null, 0);
        if (result is not { Outcome: DeliveryOutcome.Unreachable }) return result is not null;
        LastFailure = result.Answer;
        log.LogWarning("The mail server cannot be reached: {Trouble}", LastFailure);
        return false;
    }
}
