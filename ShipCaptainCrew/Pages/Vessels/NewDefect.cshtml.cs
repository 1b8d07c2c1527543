using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Fleet;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Charters;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Vessels;

/// <summary>Reports a fault of a vessel, or one found on a charter, with the text of the failed item.</summary>
public sealed class NewDefectPage(AppDbContext db, DefectActions defects) : AppPage
{
    [FromRoute(Name = "charter")]
    public Guid? CharterId { get; set; }

    /// <summary>The checklist item that failed.</summary>
    [BindProperty(Name = "item", SupportsGet = true)]
    public Guid? ItemId { get; set; }

    public Vessel Vessel { get; private set; } = null!;

    public string? Item { get; private set; }

    public string Back => CharterId is { } charter ? Me.Pages.Charter(charter).Home : Me.Pages.Defects(Vessel.Id);

    public static IEnumerable<(Severity Severity, LocalizedText Label)> Severities =>
    [
        (Severity.Minor, "Can wait (minor)"),
        (Severity.Serious, "Fix soon (serious)"),
        (Severity.NoSail, "Stays at the dock until fixed (no-sail)"),
    ];

    public async Task<IActionResult> OnGet(Guid? id)
    {
        var charter = CharterId is { } charterId ? await db.Charter(Me, charterId) : null;
        if (CharterId is not null && charter is null) return NotFound();
        var vesselId = charter?.VesselId ?? id;
        if (await db.Vessels.AsNoTracking().FirstOrDefaultAsync(row => row.Id == vesselId) is not { } vessel)
            return NotFound();
        if (!await defects.May(Me, Right.WorkChecklist, vessel.Id, charter))
            return StatusCode(StatusCodes.Status403Forbidden);
        Vessel = vessel;
        if (ItemId is not null) Item = await TextOf(charter);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid? id)
    {
        if (await OnGet(id) is var page && page is not PageResult) return page;
        var input = await Request.ReadForm();
        var outcome = await defects.Raise(Me, Vessel.Id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(CharterId is null ? $"{Back}?done=reported" : Back);
    }

    private Task<string?> TextOf(Charter? charter) =>
        db.Checklists.Where(list => charter != null && list.CharterId == charter.Id)
        .SelectMany(list => list.Items).Where(item => item.Id == ItemId).Select(item => item.Text)
        .FirstOrDefaultAsync();
}
