using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions.Checklists;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Pages.Charters;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Checklists;

/// <summary>Adds one of the operator's checklists to a charter.</summary>
public sealed class AddChecklistPage(AppDbContext db, ChecklistActions checklists, IStringLocalizer<Text> localizer)
    : SingleCharterPage(db)
{
    public IEnumerable<(string Value, string Text)> Templates { get; private set; } = [];

    public async Task<IActionResult> OnPost(Guid id)
    {
        var input = await Request.ReadForm();
        var outcome = await checklists.Add(Me, id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Me.Pages.Charter(id).Home);
    }

    protected override async Task<IActionResult?> Prepare()
    {
        if (!Me.May(Right.AddChecklist, View.Charter)) return StatusCode(StatusCodes.Status403Forbidden);
        var templates = await Db.ChecklistTemplates.AsNoTracking().Where(row => row.ArchivedAt == null)
            .OrderBy(row => row.Name).ToListAsync();
        Templates = templates.Select(row => (row.Id.ToString(), $"{row.Name} ({localizer.Say(row.Phase.Label())})"))
            .Prepend(("", localizer["Choose"]));
        return null;
    }
}
