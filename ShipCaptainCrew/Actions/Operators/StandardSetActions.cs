using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Accounts.Sessions;
using ShipCaptainCrew.Actions.Waivers;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Operators;

namespace ShipCaptainCrew.Actions.Operators;

/// <summary>
/// Gives a new operator standard checklists, a sample waiver and charter types, all of them editable.
/// </summary>
public sealed class StandardSetActions(AppDbContext db, Change change)
{
    /// <summary>Does nothing when the operator already has charter types or checklist templates.</summary>
    public async Task<Outcome> Use(Viewer viewer, Input input)
    {
        if (viewer.MayNot(Right.KeepReferenceData) is { } refusal) return refusal;
        var standard = StandardSet.For(viewer.OperatorId, source => WaiverHtml.Of(source).Html);
        return await change.Run(input, _ => Add(viewer, input, standard));
    }

    private async Task<Outcome> Add(Viewer viewer, Input input, StandardSet standard)
    {
        if (input.Refusal is { } invalid) return invalid;
        if (await db.CharterTypes.AnyAsync() || await db.ChecklistTemplates.AnyAsync())
            return Outcome.Done(viewer.OperatorId);
        db.AddRange(standard.Checklists);
        db.Add(standard.Waiver);
        db.AddRange(WaiverTemplateActions.VersionsOf(standard.Waiver));
        db.AddRange(standard.Types);
        return Outcome.Done(viewer.OperatorId);
    }
}
