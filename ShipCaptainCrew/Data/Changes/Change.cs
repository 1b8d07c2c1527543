using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Data.Changes;

/// <summary>
/// One change, whole or not at all: load, act and save happen in here, one change at a time, and with it are kept its
/// log entries, the letters it causes and the mark that recognises a repeat. Rendering comes after.
/// </summary>
public sealed class Change(AppDbContext db, WriteGate gate, AuditLogWriter auditLog,
    IEnumerable<ICommitListener> listeners, TimeProvider clock)
{
    private readonly List<LoggedEvent> otherOperatorEvents = [];

    /// <summary>Runs an action of a member's. A refusal leaves nothing behind.</summary>
    public Task<Outcome> Run(Input input, Func<Actor, Task<Outcome>> act, CancellationToken cancel = default) =>
        Transact(actor => Once(input.IdempotencyKey, act, actor, cancel), cancel);

    /// <summary>Runs what must wait for its turn to write but answers no form, such as a sign-in or a job.</summary>
    public Task<T> Run<T>(Func<Actor, Task<T>> act, CancellationToken cancel = default) =>
        Transact(async actor => (await act(actor), true), cancel);

    /// <summary>
    /// Inside a change under way, what it does in one more operator: it sees only that one's rows, writes into its log,
    /// and is saved with the rest or not at all.
    /// </summary>
    public async Task RunInOperator(
        Guid operatorId, Actor actor, Func<AppDbContext, Task> act, CancellationToken cancel = default)
    {
        await using var other = db.InSameTransaction();
        other.UseOperator(operatorId, actor.MemberId);
        await act(other);
        otherOperatorEvents.AddRange(await auditLog.Save(other, actor, cancel));
    }

    /// <summary>The one transaction: acts, saves with the log entries, commits, and only then tells of it.</summary>
    /// <param name="act">Says with its result whether to save; where not, the transaction is rolled back.</param>
    private async Task<T> Transact<T>(Func<Actor, Task<(T Result, bool IsToSave)>> act, CancellationToken cancel)
    {
        using var turn = await gate.Enter(cancel);
        otherOperatorEvents.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var actor = new Actor(db.MemberId, clock.GetUtcNow()) { From = db.From };
        var (result, isToSave) = await act(actor);
        if (!isToSave)
        {
            db.ChangeTracker.Clear();
            return result;
        }

        var events = await auditLog.Save(db, actor with { MemberId = db.MemberId, From = db.From }, cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        Notify(events);
        return result;
    }

    /// <summary>Acts, unless the same wish was granted before under the same key; remembers what it grants.</summary>
    private async Task<(Outcome Outcome, bool IsToSave)> Once(
        IdempotencyKey? idempotencyKey, Func<Actor, Task<Outcome>> act, Actor actor, CancellationToken cancel)
    {
        var handled = await HandledRequest.Find(db, idempotencyKey, cancel);
        if (handled is { Refusal: null }) return (handled, false);
        var outcome = await act(actor);
        if (First(outcome.Refusal, handled?.Refusal) is { } refusal) return (refusal, false);
        HandledRequest.Remember(db, idempotencyKey, outcome, actor);
        return (outcome, true);
    }

    /// <summary>
    /// A key that was used for another wish is refused where an unreadable field would be: after "not there" and "not
    /// allowed".
    /// </summary>
    private static Refusal? First(Refusal? action, Refusal? key) =>
        action is { Kind: < RefusalKind.Invalid } ? action : key ?? action;

    private void Notify(IReadOnlyList<LoggedEvent> events)
    {
        IReadOnlyList<LoggedEvent> all = [.. otherOperatorEvents, .. events];
        foreach (var listener in listeners) listener.AfterCommit(all);
    }
}
