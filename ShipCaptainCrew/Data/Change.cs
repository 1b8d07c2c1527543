using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Data;

/// <summary>
/// One change, whole or not at all: load, act and save happen in here, one change at a time, and with it are kept its log
/// entries, the letters it causes and the mark that recognises a repeat. Rendering comes after.
/// </summary>
public sealed class Change(ShipDb db, WriteGate gate, Ledger ledger, IEnumerable<IEcho> echoes, TimeProvider clock)
{
    private readonly List<News> elsewhere = [];

    /// <summary>Runs an action of a member's. A refusal leaves nothing behind.</summary>
    public Task<Outcome> Run(Input input, Func<By, Task<Outcome>> act, CancellationToken cancel = default) =>
        Transact(by => Once(input.Once, act, by, cancel), cancel);

    /// <summary>Runs what must wait for its turn to write but answers no form, such as a sign-in or a job.</summary>
    public Task<T> Run<T>(Func<By, Task<T>> act, CancellationToken cancel = default) =>
        Transact(async by => (await act(by), true), cancel);

    /// <summary>
    /// Inside a change under way, what it does in one more operator: it sees only that one's rows, writes into its log,
    /// and is saved with the rest or not at all.
    /// </summary>
    public async Task Also(Guid operatorId, By by, Func<ShipDb, Task> act, CancellationToken cancel = default)
    {
        await using var other = db.Beside();
        other.Enter(operatorId, by.MemberId);
        await act(other);
        elsewhere.AddRange(await ledger.Save(other, by, cancel));
    }

    /// <summary>The one transaction: acts, saves with the log entries, commits, and only then tells of it.</summary>
    /// <param name="act">Says with its result whether to save; where not, the transaction is rolled back.</param>
    private async Task<T> Transact<T>(Func<By, Task<(T Result, bool IsToSave)>> act, CancellationToken cancel)
    {
        using var turn = await gate.Enter(cancel);
        elsewhere.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var by = new By(db.MemberId, clock.GetUtcNow()) { From = db.From };
        var (result, isToSave) = await act(by);
        if (!isToSave)
        {
            db.ChangeTracker.Clear();
            return result;
        }

        var news = await ledger.Save(db, by with { MemberId = db.MemberId, From = db.From }, cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        Tell(news);
        return result;
    }

    /// <summary>Acts, unless the same wish was granted before under the same key; remembers what it grants.</summary>
    private async Task<(Outcome Outcome, bool IsToSave)> Once(
        Once? once, Func<By, Task<Outcome>> act, By by, CancellationToken cancel)
    {
        var repeat = await Repeat.Of(db, once, cancel);
        if (repeat is { Refusal: null }) return (repeat, false);
        var outcome = await act(by);
        if (First(outcome.Refusal, repeat?.Refusal) is { } no) return (no, false);
        Repeat.Remember(db, once, outcome, by);
        return (outcome, true);
    }

    /// <summary>A key that was used for another wish is refused where an unreadable field would be: after "not there" and "not allowed".</summary>
    private static Refusal? First(Refusal? action, Refusal? key) => action is { Kind: < RefusalKind.Invalid } ? action : key ?? action;

    private void Tell(IReadOnlyList<News> news)
    {
        IReadOnlyList<News> all = [.. elsewhere, .. news];
        foreach (var echo in echoes) echo.AfterCommit(all);
    }
}
