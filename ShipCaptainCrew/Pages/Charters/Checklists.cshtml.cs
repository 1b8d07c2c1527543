using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Doors;

namespace ShipCaptainCrew.Pages;

/// <summary>Takes one more of the operator's checklists aboard this charter.</summary>
public sealed class AddChecklistPage(ShipDb db, ChecklistActions checklists, IStringLocalizer<Text> localizer) : CharterScreen(db)
{
    public IEnumerable<(string Value, string Text)> Templates { get; private set; } = [];

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await checklists.Add(Me, id, input);
        return outcome.Refusal is { } no ? await Again(no, input, () => OnGet(id)) : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (!Me.May(Right.AddChecklist, Sheet.Charter)) return StatusCode(StatusCodes.Status403Forbidden);
        var templates = await Db.ChecklistTemplates.AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Name).ToListAsync();
        Templates = templates.Select(row => (row.Id.ToString(), $"{row.Name} ({localizer.Say(row.Phase.Word())})")).Prepend(("", localizer["Choose"]));
        return null;
    }
}
