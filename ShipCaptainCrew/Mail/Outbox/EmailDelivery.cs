using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Mail.Smtp;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>Composes and sends one email and stores the result, in the scope of its operator.</summary>
public sealed class EmailDelivery(
    AppDbContext db, WriteGate gate, EmailQueue queue, IServiceProvider services, EmailRenderer renderer,
    StopLinks stopLinks, PendingLinks links, TimeProvider clock, LogThrottle throttle, ILogger<EmailDelivery> log)
{
    private const int MaxComposeAttempts = 10;
    private static readonly TimeSpan MaxWait = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan GiveUpAfter = TimeSpan.FromHours(48);
    private static readonly TimeSpan SaveRetryInterval = TimeSpan.FromSeconds(1);

    /// <returns>The result; null if no email is due.</returns>
    /// <exception cref="Exception">The disk or the database failed; the email was not sent.</exception>
    public async Task<DeliveryResult?> Next(IMailTransport transport, CancellationToken stop)
    {
        if (await queue.TakeNext() is not { } email) return null;
        Languages.Speak(Languages.English, await LocaleOf(email.OperatorId));
        var result = await Try(email, transport);
        await SaveResult(email.Id, result, stop);
        return result;
    }

    /// <summary>How times look in the emails of an operator, which becomes the one in scope.</summary>
    private async Task<string> LocaleOf(Guid? operatorId)
    {
        if (operatorId is not { } id) return Locales.Usual;
        db.UseOperator(id);
        var theOperator = await db.Operators.AsNoTracking().FirstOrDefaultAsync(row => row.Id == id);
        return theOperator?.EffectiveLocale ?? Locales.Usual;
    }

    /// <summary>Not canceled when the app stops: the current email is finished.</summary>
    private async Task<DeliveryResult> Try(OutboxEmail email, IMailTransport transport)
    {
        try
        {
            var content = await services.GetRequiredKeyedService<IEmailComposer>(email.Kind)
                .Compose(email, CancellationToken.None);
            if (content is null) return new(DeliveryOutcome.NotNeeded);
            content = await stopLinks.AddTo(content, email, CancellationToken.None);
            return await transport.Send(await renderer.Render(email.Id, content));
        }
        catch (Exception failure) when (StorageFailure.Of(failure) is null)
        {
            throttle.Failed(
                log, "An email could not be composed.", failure, $"Its kind is {email.Kind}, its id {email.Id}.");
            return new(DeliveryOutcome.Broken, $"It could not be written ({failure.GetType().Name}).");
        }
    }

    /// <summary>
    /// Retries until saved, whatever the reason: an email that was sent but is not marked as sent would be sent again.
    /// When the app stops, it is tried once more.
    /// </summary>
    private async Task SaveResult(Guid id, DeliveryResult result, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await Mark(id, result);
                return;
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                throttle.Failed(log, "The result of an email could not be saved yet.", failure);
                db.ChangeTracker.Clear();
                await Task.Delay(SaveRetryInterval, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Mark(Guid id, DeliveryResult result)
    {
        using var entered = await gate.Enter(CancellationToken.None);
        if (await queue.Find(id) is not { } email) return;
        Apply(email, result, clock.GetUtcNow());
        await db.SaveChangesAsync();
        entered.Raise(email.OperatorId is { } operatorId
            ? ChangeScope.OperatorRows(operatorId) : ChangeScope.Everything);
        if (!email.IsWaiting) links.Forget(id);
    }

    private static void Apply(OutboxEmail email, DeliveryResult result, DateTimeOffset now)
    {
        var next = now + Backoff.After(email.Attempts + 1, MaxWait);
        switch (result.Outcome)
        {
            case DeliveryOutcome.Delivered: email.Sent(result.Answer, now); break;
            case DeliveryOutcome.NotNeeded: email.Drop(now); break;
            case DeliveryOutcome.Refused: email.GiveUp(result.Answer, now); break;
            case DeliveryOutcome.Unreachable when now < ExpiresAt(email): break;
            case DeliveryOutcome.Later when next < ExpiresAt(email): email.TryAgain(result.Answer, next); break;
            case DeliveryOutcome.Broken when email.Attempts + 1 < MaxComposeAttempts:
                email.TryAgain(result.Answer, next);
                break;
            default: email.GiveUp(result.Answer, now); break;
        }
    }

    private static DateTimeOffset ExpiresAt(OutboxEmail email) =>
        email.WaitingSince + (email.Kind == MagicLinks.EmailKind ? MagicLink.SignInLife : GiveUpAfter);
}
