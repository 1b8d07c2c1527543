using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.SignIn;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Mail.Composing;
using ShipCaptainCrew.Mail.Smtp;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Mail.Outbox;

/// <summary>Writes, sends and settles one letter, in the scope of its own operator.</summary>
public sealed class EmailDelivery(
    AppDbContext db, WriteGate gate, IServiceProvider services, EmailRenderer renderer, PendingLinks links,
    TimeProvider clock, ILogger<EmailDelivery> log)
{
    private const int TriesOfABrokenLetter = 10;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Life = TimeSpan.FromHours(48);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <returns>What came of it; null where nothing is due.</returns>
    public async Task<DeliveryResult?> Next(IMailTransport transport, CancellationToken stop)
    {
        if (await db.NextEmail(clock.GetUtcNow(), MandatoryEmails.Kinds) is not { } email) return null;
        if (email.OperatorId is { } operatorId) db.UseOperator(operatorId);
        var result = await Try(email, transport);
        await Settle(email.Id, result, stop);
        return result;
    }

    /// <summary>Not cut short when the ship stops: the letter in hand is finished.</summary>
    private async Task<DeliveryResult> Try(OutboxEmail email, IMailTransport transport)
    {
        try
        {
            var content = await services.GetRequiredKeyedService<IEmailComposer>(email.Kind)
                .Compose(email, CancellationToken.None);
            return content is null
                ? new(DeliveryOutcome.NotNeeded) : await transport.Send(await renderer.Render(email.Id, content));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Letter {Letter} of kind {Kind} could not be written.", email.Id, email.Kind);
            return new(DeliveryOutcome.Broken, $"It could not be written ({failure.GetType().Name}).");
        }
    }

    /// <summary>Insists: a letter that went out and is not marked so would go out again.</summary>
    private async Task Settle(Guid id, DeliveryResult result, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await Mark(id, result);
                return;
            }
            catch (Exception failure) when (failure is DbUpdateException or SqliteException or TooBusyException)
            {
                log.LogError(failure, "What came of letter {Letter} could not be noted yet.", id);
                db.ChangeTracker.Clear();
                await Task.Delay(Pause, stop);
            }
        }
    }

    private async Task Mark(Guid id, DeliveryResult result)
    {
        using var turn = await gate.Enter(CancellationToken.None);
        if (await db.Outbox.FirstOrDefaultAsync(row => row.Id == id) is not { } email) return;
        Note(email, result, clock.GetUtcNow());
        await db.SaveChangesAsync();
        if (!email.IsWaiting) links.Forget(id);
    }

    private static void Note(OutboxEmail email, DeliveryResult result, DateTimeOffset now)
    {
        var next = now + Backoff.After(email.Attempts + 1, LongestWait);
        switch (result.Outcome)
        {
            case DeliveryOutcome.Delivered: email.Sent(result.Answer, now); break;
            case DeliveryOutcome.NotNeeded: email.Drop(now); break;
            case DeliveryOutcome.Refused: email.GiveUp(result.Answer, now); break;
            case DeliveryOutcome.Unreachable when now < DiesAt(email): break;
            case DeliveryOutcome.Later when next < DiesAt(email): email.TryAgain(result.Answer, next); break;
            case DeliveryOutcome.Broken when email.Attempts + 1 < TriesOfABrokenLetter: email.TryAgain(
                result.Answer, next); break;
            default: email.GiveUp(result.Answer, now); break;
        }
    }

    private static DateTimeOffset DiesAt(OutboxEmail email) =>
        email.WaitingSince + (email.Kind == MagicLinks.EmailKind ? MagicLink.SignInLife : Life);
}
