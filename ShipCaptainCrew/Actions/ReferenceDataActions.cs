using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions;

/// <summary>Creates, changes and archives one kind of reference data. Derived classes supply what differs.</summary>
public abstract class ReferenceDataActions<TEntity, TDetails>(AppDbContext db, Change change) : IReferenceDataActions
    where TEntity : ArchivableEntity
{
    protected AppDbContext Db => db;

    public Task<Outcome> Create(Viewer viewer, Input input) => Run(viewer, input, async _ =>
    {
        if (viewer.MayNot(Right.KeepReferenceData) is { } refusal) return refusal;
        var details = await Read(input, null);
        if (input.Refusal is { } invalid) return invalid;
        var entity = (await db.AddAsync(Make(viewer.OperatorId, details))).Entity;
        return Outcome.New(entity.Id);
    });

    public Task<Outcome> Change(Viewer viewer, Guid id, Input input) => Run(viewer, input, async _ =>
    {
        if (await Find(id) is not { } entity) return Refusal.NotFound();
        if (viewer.MayNot(Right.KeepReferenceData) is { } refusal) return refusal;
        var details = await Read(input, entity);
        if (input.Refusal is { } invalid) return invalid;
        Rewrite(entity, details);
        return Outcome.Done(id);
    });

    public Task<Outcome> Archive(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await Find(id) is not { } entity) return Refusal.NotFound();
        if (viewer.MayNot(Right.KeepReferenceData) is { } refusal) return refusal;
        if (input.Refusal is { } invalid) return invalid;
        entity.Archive(actor);
        return Outcome.Done(id);
    });

    /// <summary>
    /// Does work on the input that may take a while, before the change begins: other changes do not wait for it.
    /// </summary>
    protected virtual void Prepare(Input input)
    {
    }

    /// <param name="now">The entity as it is now; null when it is being created.</param>
    protected abstract Task<TDetails> Read(Input input, TEntity? now);

    protected abstract TEntity Make(Guid operatorId, TDetails details);

    protected abstract void Rewrite(TEntity entity, TDetails details);

    private Task<Outcome> Run(Viewer viewer, Input input, Func<Actor, Task<Outcome>> act)
    {
        if (viewer.May(Right.KeepReferenceData)) Prepare(input);
        return change.Run(input, act);
    }

    private Task<TEntity?> Find(Guid id) => db.Set<TEntity>().FirstOrDefaultAsync(row => row.Id == id);
}
