using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions.Checklists;

/// <summary>Creates, changes and archives checklist templates.</summary>
public sealed class ChecklistTemplateActions(AppDbContext db, Change change)
    : ReferenceDataActions<ChecklistTemplate, ChecklistTemplateDetails>(db, change)
{
    protected override Task<ChecklistTemplateDetails> Read(Input input, ChecklistTemplate? now) =>
        Task.FromResult(ChecklistTemplateDetails.Read(input, now?.Details));

    protected override ChecklistTemplate Make(Guid operatorId, ChecklistTemplateDetails details) =>
        new(operatorId, details);

    protected override void Rewrite(ChecklistTemplate entity, ChecklistTemplateDetails details) =>
        entity.Change(details);
}
