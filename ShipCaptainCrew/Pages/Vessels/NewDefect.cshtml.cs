using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using ShipCaptainCrew.Accounts.Rights;
using ShipCaptainCrew.Actions;
using ShipCaptainCrew.Actions.Fleet;
using ShipCaptainCrew.Data;
using ShipCaptainCrew.Domain;
using ShipCaptainCrew.Domain.Checklists;
using ShipCaptainCrew.Domain.Fleet;
using ShipCaptainCrew.Web;

namespace ShipCaptainCrew.Pages.Vessels;

/// <summary>Reports a fault of a vessel, or one found on a charter, with the text of the failed item.</summary>
public sealed class NewDefectPage(AppDbContext db, DefectActions defects, IStringLocalizer<Text> localizer) : AppPage
{
    [FromRoute(Name = "charter")]
    public Guid? CharterId { get; set; }

    /// <summary>The checklist item that failed.</summary>
    [BindProperty(Name = "item", SupportsGet = true)]
    public Guid? ItemId { get; set; }

    public Vessel Vessel { get; private set; } = null!;

    public string? Item { get; private set; }

    /// <summary>The checklist of <see cref="Item"/>.</summary>
    public Checklist? List { get; private set; }

    /// <summary>Where the person came from: the item, the charter, or the vessel's problems.</summary>
    public string Back => CharterId is not { } charter ? Me.Pages.Defects(Vessel.Id)
        : List is null ? Me.Pages.Charter(charter).Home
        : Me.Pages.Charter(charter).ItemOnList(List.Id, ItemId!.Value);

    public string BackLabel => List?.Name ?? localizer[CharterId is null ? "Problems" : "Charter"];

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
        if (charter is not null && ItemId is { } item) await FindItem(charter.Id, item);
        return Page();
    }

    public async Task<IActionResult> OnPost(Guid? id)
    {
        if (await OnGet(id) is var page && page is not PageResult) return page;
        var input = await Request.ReadForm();
        var outcome = await defects.Raise(Me, Vessel.Id, input);
        return outcome.Refusal is { } refusal
            ? await Again(refusal, input, () => OnGet(id))
            : GoTo(Reported);
    }

    /// <summary>The address after the report, which says that it arrived where that page can.</summary>
    private string Reported => (CharterId, List) switch
    {
        (null, _) => $"{Back}?done=reported",
        (_, null) => Back,
        _ => Back.Replace("#", "?done=reported#", StringComparison.Ordinal),
    };

    private async Task FindItem(Guid charterId, Guid itemId)
    {
        List = await db.Checklists.AsNoTracking().Include(list => list.Items).FirstOrDefaultAsync(
            list => list.CharterId == charterId && list.Items.Any(item => item.Id == itemId));
        Item = List?.Items.First(item => item.Id == itemId).Text;
    }
}
