using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;

namespace ShipCaptainCrew.Actions;

/// <summary>What can be done with checklist templates.</summary>
public sealed class ChecklistTemplateActions(ShipDb db, Change change) : Keeper<ChecklistTemplate, ChecklistTemplateDetails>(db, change)
{
    protected override Task<ChecklistTemplateDetails> Read(Input input, ChecklistTemplate? now) =>
        Task.FromResult(ChecklistTemplateDetails.Read(input, now?.Details));

    protected override ChecklistTemplate Make(Guid operatorId, ChecklistTemplateDetails details) => new(operatorId, details);

    protected override void Rewrite(ChecklistTemplate noun, ChecklistTemplateDetails details) => noun.Change(details);
}
