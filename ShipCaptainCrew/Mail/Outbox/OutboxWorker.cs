using ShipCaptainCrew.Mail.Smtp;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>
/// Sends the emails in the outbox, one after another: immediately after a change has written some, and every few
/// seconds for retries and for emails written by a command. There is only one worker, so no email is sent twice at
/// once.
/// </summary>
public sealed class OutboxWorker(
    IServiceScopeFactory scopes, OutboxSignal signal, SmtpOptions smtp, EmlFolder folder, TimeProvider clock,
    LogThrottle throttle, ILogger<OutboxWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(4);

    /// <summary>Short enough that everything is sent within 5 minutes after the mail server is back.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(3);

    private int timesUnreachable;

    /// <summary>Whether a mail server is set; without one, emails are written to a folder.</summary>
    public bool HasServer => smtp.Host is not null;

    /// <summary>The error of the mail server or the network while no email can be sent; null otherwise.</summary>
    public string? LastFailure { get; private set; }

    /// <summary>Whether emails are held back, because the disk or the database failed.</summary>
    public bool IsHeld { get; private set; }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var tick = clock.CreateTimer(_ => signal.Raise(), null, Interval, Interval);
        signal.Raise();
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.Wait(stoppingToken);
            await SendWaiting(stoppingToken);

            // After a failure, the timer waits longer; a new email still triggers an attempt at once.
            if (LastFailure is not null) tick.Change(Backoff.After(++timesUnreachable, MaxWait), Interval);
        }
    }

    private async Task SendWaiting(CancellationToken stop)
    {
        Purge();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var transport = scope.ServiceProvider.GetRequiredService<IMailTransport>();
            while (!stop.IsCancellationRequested && await SendNext(transport, stop))
            {
                // All emails use one connection.
            }

            IsHeld = false;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            IsHeld = true;
            throttle.Failed(log, "The waiting emails could not be sent. They are tried again.", failure);
        }
    }

    /// <summary>A failure here must not stop the emails.</summary>
    private void Purge()
    {
        try
        {
            folder.Purge();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throttle.Failed(log, "Old files of emails could not be deleted.", failure);
        }
    }

    /// <returns>Whether to continue with the next email.</returns>
    private async Task<bool> SendNext(IMailTransport transport, CancellationToken stop)
    {
        await using var scope = scopes.CreateAsyncScope();
        var result = await scope.ServiceProvider.GetRequiredService<EmailDelivery>().Next(transport, stop);
        if (result is { Outcome: DeliveryOutcome.Delivered or DeliveryOutcome.Later or DeliveryOutcome.Refused })
            (LastFailure, timesUnreachable) = (null, 0);
        if (result is not { Outcome: DeliveryOutcome.Unreachable }) return result is not null;
        LastFailure = result.Answer;
        throttle.Write(
            log, LogLevel.Warning, "mail server", $"The mail server cannot be reached: {LastFailure}");
        return false;
    }
}
