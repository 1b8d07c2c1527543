using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Data;

namespace ShipCaptainCrew.Mail;

/// <summary>Writes, sends and settles one letter, in the scope of its own operator.</summary>
public sealed class Delivery(
    ShipDb db, WriteGate gate, IServiceProvider services, Press press, LinksInHand links, TimeProvider clock, ILogger<Delivery> log)
{
    private const int TriesOfABrokenLetter = 10;
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(60);
    private static readonly TimeSpan Life = TimeSpan.FromHours(48);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <returns>What came of it; null where nothing is due.</returns>
    public async Task<Verdict?> Next(ICarrier carrier, CancellationToken stop)
    {
        if (await db.NextLetter(clock.GetUtcNow(), VitalLetters.Kinds) is not { } letter) return null;
        if (letter.OperatorId is { } operatorId) db.Enter(operatorId);
        var verdict = await Try(letter, carrier);
        await Settle(letter.Id, verdict, stop);
        return verdict;
    }

    /// <summary>Not cut short when the ship stops: the letter in hand is finished.</summary>
    private async Task<Verdict> Try(Letter letter, ICarrier carrier)
    {
        try
        {
            var sheet = await services.GetRequiredKeyedService<IWriter>(letter.Kind).Write(letter, CancellationToken.None);
            return sheet is null ? new(Fate.NotNeeded) : await carrier.Carry(await press.Print(letter.Id, sheet));
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Letter {Letter} of kind {Kind} could not be written.", letter.Id, letter.Kind);
            return new(Fate.Broken, $"It could not be written ({failure.GetType().Name}).");
        }
    }

    /// <summary>Insists: a letter that went out and is not marked so would go out again.</summary>
    private async Task Settle(Guid id, Verdict verdict, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await Mark(id, verdict);
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

    private async Task Mark(Guid id, Verdict verdict)
    {
        using var turn = await gate.Enter(CancellationToken.None);
        if (await db.Letters.FirstOrDefaultAsync(row => row.Id == id) is not { } letter) return;
        Note(letter, verdict, clock.GetUtcNow());
        await db.SaveChangesAsync();
        if (!letter.IsWaiting) links.Forget(id);
    }

    private static void Note(Letter letter, Verdict verdict, DateTimeOffset now)
    {
        var next = now + Backoff.After(letter.Attempts + 1, LongestWait);
        switch (verdict.Fate)
        {
            case Fate.Delivered: letter.Sent(verdict.Answer, now); break;
            case Fate.NotNeeded: letter.Drop(now); break;
            case Fate.Refused: letter.GiveUp(verdict.Answer, now); break;
            case Fate.Unreachable when now < DiesAt(letter): break;
            case Fate.Later when next < DiesAt(letter): letter.TryAgain(verdict.Answer, next); break;
            case Fate.Broken when letter.Attempts + 1 < TriesOfABrokenLetter: letter.TryAgain(verdict.Answer, next); break;
            default: letter.GiveUp(verdict.Answer, now); break;
        }
    }

    private static DateTimeOffset DiesAt(Letter letter) =>
        letter.WaitingSince + (letter.Kind == MagicLinks.LetterKind ? MagicLink.SignInLife : Life);
}
