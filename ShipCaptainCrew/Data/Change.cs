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
    public async Task<Outcome> Run(Input input, Func<By, Task<Outcome>> act, CancellationToken cancel = default)
    {
        using var turn = await gate.Enter(cancel);
        elsewhere.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var by = new By(db.MemberId, clock.GetUtcNow()) { From = db.From };
        var repeat = await Repeat.Of(db, input.Once, cancel);
        if (repeat is { Refusal: null }) return repeat;
        var outcome = await act(by);
        if (First(outcome.Refusal, repeat?.Refusal) is { } no)
        {
            db.ChangeTracker.Clear();
            return no;
        }

        Repeat.Remember(db, input.Once, outcome, by);
        var news = await ledger.Save(db, by, cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        Tell(news);
        return outcome;
    }

    /// <summary>Runs what needs the database's one write turn but answers to no form, such as a sign-in or a duty.</summary>
    public async Task<T> Run<T>(Func<By, Task<T>> act, CancellationToken cancel = default)
    {
        using var turn = await gate.Enter(cancel);
        elsewhere.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var by = new By(db.MemberId, clock.GetUtcNow()) { From = db.From };
        var result = await act(by);
        var news = await ledger.Save(db, by with { MemberId = db.MemberId, From = db.From }, cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        Tell(news);
        return result;
    }

    /// <summary>
    /// Inside a change under way, what it does in one more operator: behind that one's own fence, into its own log, and whole or not at all
    /// with the rest.
    /// </summary>
    public async Task Also(Guid operatorId, By by, Func<ShipDb, Task> act, CancellationToken cancel = default)
    {
        await using var other = db.Beside();
        other.Enter(operatorId, by.MemberId);
        await act(other);
        elsewhere.AddRange(await ledger.Save(other, by, cancel));
    }

    /// <summary>A key that was used for another wish is refused where an unreadable field would be: after "not there" and "not allowed".</summary>
    private static Refusal? First(Refusal? action, Refusal? key) => action is { Kind: < RefusalKind.Invalid } ? action : key ?? action;

    private void Tell(IReadOnlyList<News> news)
    {
        IReadOnlyList<News> all = [.. elsewhere, .. news];
        foreach (var echo in echoes) echo.AfterCommit(all);
    }
}
