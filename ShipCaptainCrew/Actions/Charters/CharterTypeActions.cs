using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Data.Changes;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;

namespace ShipCaptainCrew.Actions.Charters;

/// <summary>Creates, changes and archives charter types.</summary>
public sealed class CharterTypeActions(AppDbContext db, Change change)
    : ReferenceDataActions<CharterType, CharterTypeDetails>(db, change)
{
    /// <summary>An archived checklist may stay on a type that has it, but cannot be added to one.</summary>
    protected override async Task<CharterTypeDetails> Read(Input input, CharterType? now)
    {
        var details = CharterTypeDetails.Read(input, now?.Details);
        var added = details.ChecklistTemplateIds.Except(now?.ChecklistTemplateIds ?? []).ToList();
        var known = await Db.ChecklistTemplates.CountAsync(row => added.Contains(row.Id) && row.ArchivedAt == null);
        if (known < added.Count) input.Error("checklist_template_ids", "Checklist not found.");
        if (details.WaiverTemplateId is { } waiver && waiver != now?.WaiverTemplateId
            && !await Db.WaiverTemplates.AnyAsync(row => row.Id == waiver && row.ArchivedAt == null))
        {
            input.Error("waiver_template_id", "Waiver not found.");
        }

        return details;
    }

    protected override CharterType Make(Guid operatorId, CharterTypeDetails details) => new(operatorId, details);

    protected override void Rewrite(CharterType entity, CharterTypeDetails details) => entity.Change(details);
}
