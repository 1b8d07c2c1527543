using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;

namespace ShipCaptainCrew.Actions;

/// <summary>
/// How the office makes, changes and archives a noun of the reference data. What differs from noun to noun is asked for
/// below.
/// </summary>
public abstract class ReferenceDataActions<TNoun, TDetails>(AppDbContext db, Change change) : IReferenceDataActions
    where TNoun : ArchivableEntity
{
    protected AppDbContext Db => db;

    public Task<Outcome> Create(Viewer viewer, Input input) => change.Run(input, async _ =>
    {
        if (viewer.MayNot(Right.KeepReferenceData) is { } refusal) return refusal;
        var details = await Read(input, null);
        if (input.Refusal is { } bad) return bad;
        var noun = (await db.AddAsync(Make(viewer.OperatorId, details))).Entity;
        return Outcome.New(noun.Id);
    });

    public Task<Outcome> Change(Viewer viewer, Guid id, Input input) => change.Run(input, async _ =>
    {
        if (await Find(id) is not { } noun) return Refusal.NotFound();
        if (viewer.MayNot(Right.KeepReferenceData) is { } refusal) return refusal;
        var details = await Read(input, noun);
        if (input.Refusal is { } bad) return bad;
        Rewrite(noun, details);
        return Outcome.Done(id);
    });

    public Task<Outcome> Archive(Viewer viewer, Guid id, Input input) => change.Run(input, async actor =>
    {
        if (await Find(id) is not { } noun) return Refusal.NotFound();
        if (viewer.MayNot(Right.KeepReferenceData) is { } refusal) return refusal;
        if (input.Refusal is { } bad) return bad;
        noun.Archive(actor);
        return Outcome.Done(id);
    });

    /// <param name="now">What it is so far; null where it is new.</param>
    protected abstract Task<TDetails> Read(Input input, TNoun? now);

    protected abstract TNoun Make(Guid operatorId, TDetails details);

    protected abstract void Rewrite(TNoun noun, TDetails details);

    private Task<TNoun?> Find(Guid id) => db.Set<TNoun>().FirstOrDefaultAsync(row => row.Id == id);
}
