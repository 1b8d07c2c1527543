using ShipCaptainCrew.Data.Entities;
using ShipCaptainCrew.Data.Queries;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Storage;

namespace ShipCaptainCrew.Data.Changes;

/// <summary>
/// Runs a change in one transaction, one change at a time: loading, acting and saving. The transaction includes the log
/// entries, the emails it causes and the record of the handled request. Responses are rendered after it.
/// </summary>
public sealed class Change(
    AppDbContext db, WriteGate gate, FolderLock folderLock, AuditLogWriter auditLog,
    IEnumerable<ICommitListener> listeners, TimeProvider clock)
{
    private readonly List<LoggedEvent> otherOperatorEvents = [];

    /// <summary>Runs the action of a request. If it is refused, nothing is saved.</summary>
    public Task<Outcome> Run(Input input, Func<Actor, Task<Outcome>> act, CancellationToken cancel = default) =>
        Transact(actor => RunOnce(input.IdempotencyKey, act, actor, cancel), cancel);

    /// <summary>Runs a change that is not the action of a form, such as a sign-in or a job.</summary>
    public Task<T> Run<T>(Func<Actor, Task<T>> act, CancellationToken cancel = default) =>
        Transact(async actor => (await act(actor), true), cancel);

    /// <summary>
    /// Inside a running change, also changes another operator: with access only to that operator's rows and log, and in
    /// the same transaction.
    /// </summary>
    public async Task RunInOperator(
        Guid operatorId, Actor actor, Func<AppDbContext, Task> act, CancellationToken cancel = default)
    {
        await using var other = db.InSameTransaction();
        other.UseOperator(operatorId, actor.MemberId);
        await act(other);
        otherOperatorEvents.AddRange(await auditLog.Save(other, actor, cancel));
    }

    /// <summary>Acts, saves with the log entries and commits; then notifies the listeners.</summary>
    /// <param name="act">Returns its result and whether to save; if not, the transaction is rolled back.</param>
    private async Task<T> Transact<T>(Func<Actor, Task<(T Result, bool Save)>> act, CancellationToken cancel)
    {
        // EF creates the services of a context at its first use: here, and not while other writers wait.
        if (db.Database.CurrentTransaction is not null) throw new InvalidOperationException("A change is running.");
        using var entry = await gate.Enter(cancel);
        otherOperatorEvents.Clear();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var actor = new Actor(db.MemberId, clock.GetUtcNow()) { From = db.From };
        var (result, save) = await act(actor);
        if (!save)
        {
            db.ChangeTracker.Clear();
            entry.RaiseNothing();
            return result;
        }

        var events = await auditLog.Save(db, actor with { MemberId = db.MemberId, From = db.From }, cancel);
        events = [.. otherOperatorEvents, .. events];
        if (!folderLock.IsHeld) await db.TellServer(cancel);
        await transaction.CommitAsync(cancel);
        db.ChangeTracker.Clear();
        foreach (var scope in CommitScopes.Of(events, db.OperatorIfSet)) entry.Raise(scope);
        foreach (var listener in listeners) listener.AfterCommit(events);
        return result;
    }

    /// <summary>Acts unless the same request was already handled under the same key, and records the request.</summary>
    private async Task<(Outcome Outcome, bool Save)> RunOnce(
        IdempotencyKey? idempotencyKey, Func<Actor, Task<Outcome>> act, Actor actor, CancellationToken cancel)
    {
        var handled = await HandledRequest.Find(db, idempotencyKey, cancel);
        if (handled is { Refusal: null }) return (handled, false);
        var outcome = await act(actor);
        if (FirstRefusal(outcome.Refusal, handled?.Refusal) is { } refusal) return (refusal, false);
        HandledRequest.Remember(db, idempotencyKey, outcome, actor);
        return (outcome, true);
    }

    /// <summary>
    /// Decides between the action's refusal and that of a reused key: "not found" and "not allowed" come before the
    /// key, other refusals after it.
    /// </summary>
    private static Refusal? FirstRefusal(Refusal? action, Refusal? key) =>
        action is { Kind: < RefusalKind.Invalid } ? action : key ?? action;

}
